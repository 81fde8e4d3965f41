import { Injectable } from '@nestjs/common';
import { recordKind, type RecordKindId } from '@liangxing/contracts';
import { itemsAsking } from '@liangxing/scheme';
import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  Storage,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import { AssessmentsReader } from '../../assessments';
import { UploadEvidence, type Evidence } from '../../evidence';
import { isSampleOrganization, ProfileRepository } from '../../organizations';
import type { PrintedRecords, printRecords } from '../export/print-records.task';
import { RecordsRepository } from '../records.repository';

interface ProvenList {
  readonly evidence: Evidence;
  readonly itemIds: readonly string[];
}

const PRINT = threadTask<typeof printRecords>('printRecords', { seconds: 60 });

/** Makes a list, or a year of it, a proof of the items that ask for it. */
@Injectable()
export class ProveRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly assessments: AssessmentsReader,
    private readonly profiles: ProfileRepository,
    private readonly evidence: UploadEvidence,
    private readonly storage: Storage,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /** The same list again is the same proof; a list that has changed is a revision of it. */
  async execute(
    context: RequestContext,
    kind: RecordKindId,
    assessmentId: string,
    year: number | null,
  ): Promise<ProvenList> {
    let itemIds: readonly string[] = [];
    const read = async (): Promise<PrintedRecords> => {
      const found = await this.database.read(context, (manager) =>
        this.read(manager, context, { kind, assessmentId, year }),
      );
      ({ itemIds } = found);
      return found.printed;
    };
    const bytes = await this.threads.run(context, PRINT, read, context);
    const staged = await this.storage.stage(Readable.from([Buffer.from(bytes)]));
    const period = year === null ? '' : `（${year} 年）`;
    const title = `${recordKind(kind).label.zh}${period}`;
    const upload = { fileName: `${title}.pdf`, staged, fields: {} };
    const periodFrom = year === null ? null : `${year}-01-01`;
    const periodTo = year === null ? null : `${year}-12-31`;
    const evidence = await this.evidence.keep(
      context,
      upload,
      { title, periodFrom, periodTo, validUntil: null },
      {
        find: (manager) => this.records.proofOf(manager, context, kind, year),
        hold: (manager, id) => this.hold(manager, context, { kind, year, id }),
        links: itemIds.map((itemId) => ({ assessmentId, itemId })),
      },
    );
    return { evidence, itemIds };
  }

  private async read(
    manager: EntityManager,
    context: RequestContext,
    wanted: { kind: RecordKindId; assessmentId: string; year: number | null },
  ) {
    const { kind, assessmentId, year } = wanted;
    const scheme = await this.assessments.schemeOf(manager, context, assessmentId);
    if (scheme === null) throw notFound();
    const filter = { year: year ?? undefined };
    const { text, changedAt } = await this.records.json(manager, context, kind, filter);
    if (changedAt === null) throw new ProblemError('record_list_empty');
    const { name, shortName } = await this.profiles.read(manager, context.organizationId);
    const isSample = await isSampleOrganization(manager, context);
    const owner = { name, shortName, isSample };
    return {
      printed: {
        kind,
        records: text,
        year,
        owner,
        date: { day: organizationDay(changedAt), instant: changedAt.toISOString() },
      },
      itemIds: itemsAsking(scheme, kind),
    };
  }

  private async hold(
    manager: EntityManager,
    context: RequestContext,
    { kind, year, id }: { kind: RecordKindId; year: number | null; id: string },
  ): Promise<void> {
    await this.records.prove(manager, context, kind, year, id);
    const subject = { type: 'evidence', id };
    await this.audit.record(manager, context, 'records.proven', subject, { kind, year });
  }
}
