import { Injectable } from '@nestjs/common';
import { sideOf } from '@liangxing/contracts';
import { SYSTEM_DOCUMENT_KINDS } from '@liangxing/dossier';
import {
  ProblemError,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type ExportingContext,
  type TakenOut,
} from '../../../kernel';
import { ExportActions } from '../../improvements';
import { ExportTrail } from '../../organizations';
import { ExportRecords, RecordsRepository } from '../../records';
import { ExportStandards } from '../../standards';
import { ReadSystems, SystemDocuments } from '../../systems';
import { SheetsRepository } from './sheets.repository';
import type { writeSheets } from './write-sheets.task';

const WRITE = threadTask<typeof writeSheets>('writeSheets', { seconds: 120 });

/** A workbook; its content is made when its turn comes. */
interface MadeWorkbook {
  readonly name: string;
  /** Null where it is too large to be made. */
  readonly make: () => Promise<TakenOut | null>;
}

/** The workbooks that the product makes of an organization anyway, and one of what has none of its own. */
@Injectable()
export class Workbooks {
  constructor(
    private readonly standards: ExportStandards,
    private readonly database: TenantDatabase,
    private readonly lists: RecordsRepository,
    private readonly records: ExportRecords,
    private readonly actions: ExportActions,
    private readonly trail: ExportTrail,
    private readonly systems: ReadSystems,
    private readonly documents: SystemDocuments,
    private readonly sheets: SheetsRepository,
    private readonly threads: ThreadPool,
  ) {}

  async of(context: ExportingContext): Promise<readonly MadeWorkbook[]> {
    const systems = await this.systems.list(context);
    const counts = await this.database.read(context, (manager) =>
      this.lists.counts(manager, context),
    );
    const lists = counts.filter(({ total }) => total > 0).map(({ kind }) => kind);
    return [
      made('register', () => this.standards.execute(context, 'xlsx')),
      ...systems.flatMap(({ id, name }) =>
        SYSTEM_DOCUMENT_KINDS.map((kind) =>
          made(`${name} ${kind}`, async () => {
            const { fileName, bytes } = await this.documents.file(context, id, kind, 'xlsx');
            return { fileName, content: bytes };
          }),
        ),
      ),
      ...lists.map((kind) => made(kind, () => this.records.execute(context, kind, {}))),
      made('actions', () => this.actions.execute(context, null)),
      made('trail', () => this.trail.execute(context, {})),
      made('overview', () => this.overview(context)),
    ];
  }

  private async overview(context: ExportingContext): Promise<TakenOut> {
    const side = sideOf(context.language);
    const read = () => this.sheets.all(context, side);
    const content = await this.threads.run(context, WRITE, read, context);
    const name = side === 'en' ? 'evaluations-evidence-members' : '评价、证实材料、成员等';
    return { fileName: `${name}.xlsx`, content };
  }
}

/** What is too much for one workbook is no reason to take out nothing. */
function made(name: string, make: () => Promise<TakenOut>): MadeWorkbook {
  return {
    name,
    make: () =>
      make().catch((error: unknown) => {
        if (error instanceof ProblemError && error.code === 'work_too_heavy') return null;
        throw error;
      }),
  };
}
