import { Injectable } from '@nestjs/common';
import { listed } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { notFound, ProblemError, type RequestContext } from '../../kernel';
import { CasesRepository, MaterialsRepository, type Case } from '../cases';
import { readMaterial, type FrozenMaterial } from '../dossiers/pure';
import {
  DeclarationsRepository,
  independentOf,
  scorersOf,
  TeamRepository,
  type DeclaredTeam,
} from '../plans';
import { reconcile, scoreOf, type HandedIn, type ReconciledItem, type Scored } from './evaluation';
import type { ScoredAnswer, Sheet } from './sheet';
import { SheetsRepository } from './sheets.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** How many materials a process keeps; each may have some megabytes. */
const MOST_READ = 8;

/** A case with who evaluates it. */
export interface TeamCase extends DeclaredTeam {
  readonly found: Case;
}

/** The sheet of one who belongs or belonged to the team. */
export interface TeamSheet extends Sheet {
  /** Of who belongs to it now: it counts. */
  readonly isCounted: boolean;
  readonly answers: readonly ScoredAnswer[];
}

/** What is evaluated, as it was frozen. */
export const scoredOf = ({ scheme, facts }: FrozenMaterial): Scored => ({
  scheme: scheme.document,
  facts,
});

/** What sheets, findings and conclusions need to know of a case. */
@Injectable()
export class CaseReader {
  /** A material never changes: the last ones stay as they were read. */
  private readonly read = new Map<string, FrozenMaterial>();

  constructor(
    private readonly cases: CasesRepository,
    private readonly materials: MaterialsRepository,
    private readonly team: TeamRepository,
    private readonly declarations: DeclarationsRepository,
    private readonly sheets: SheetsRepository,
  ) {}

  /** @throws ProblemError not_found */
  async find(manager: EntityManager, tenant: Tenant, caseId: string): Promise<TeamCase> {
    const found = await this.cases.find(manager, tenant, caseId);
    if (found === null) throw notFound();
    const declared = await this.declarations.newest(manager, tenant, caseId);
    const team = await this.team.list(manager, tenant, caseId);
    return { found, team, independent: independentOf(declared) };
  }

  /**
   * Of a case that was found just now. The newest that arrived: after its acceptance an application is corrected no more.
   */
  async material(
    manager: EntityManager,
    tenant: Tenant,
    { id, material }: Pick<Case, 'id' | 'material'>,
  ): Promise<FrozenMaterial> {
    const key = `${tenant.organizationId} ${id} ${String(material)}`;
    const known = this.read.get(key);
    const text = known ? null : await this.materials.text(manager, tenant, id, material);
    if (!known && text === null) throw notFound();
    const found = known ?? readMaterial(text ?? '');
    // The one that was asked for last stands last.
    this.read.delete(key);
    this.read.set(key, found);
    const [oldest] = this.read.keys();
    if (this.read.size > MOST_READ && oldest !== undefined) this.read.delete(oldest);
    return found;
  }

  /** Every sheet that was handed in. */
  async handedIn(
    manager: EntityManager,
    tenant: Tenant,
    { found, team }: TeamCase,
  ): Promise<readonly TeamSheet[]> {
    const scorers = scorersOf(team).map(({ userId }) => userId);
    const sheets = await this.sheets.list(manager, tenant, found.id);
    const handedIn: TeamSheet[] = [];
    for (const sheet of sheets.filter(({ state }) => state === 'handed_in')) {
      const place = { caseId: found.id, userId: sheet.userId };
      const answers = await this.sheets.answers(manager, tenant, place);
      handedIn.push({ ...sheet, answers, isCounted: scorers.includes(sheet.userId) });
    }
    return handedIn;
  }

  /** @throws ProblemError sheets_open where somebody of the team has not handed theirs in */
  async countedSheets(
    manager: EntityManager,
    tenant: Tenant,
    one: TeamCase,
  ): Promise<readonly TeamSheet[]> {
    const sheets = (await this.handedIn(manager, tenant, one)).filter(({ isCounted }) => isCounted);
    const open = scorersOf(one.team).filter(
      ({ userId }) => !sheets.some((sheet) => sheet.userId === userId),
    );
    const names = open.map(({ name }) => name);
    if (names.length > 0) throw new ProblemError('sheets_open', listed('names', names));
    return sheets;
  }

  /** @throws ProblemError sheets_open */
  async reconciled(
    manager: EntityManager,
    tenant: Tenant,
    one: TeamCase,
    scored: Scored,
  ): Promise<readonly ReconciledItem[]> {
    const sheets = await this.countedSheets(manager, tenant, one);
    const settled = await this.sheets.settled(manager, tenant, one.found.id);
    const byItem = new Map(settled.map((item) => [item.itemId, item]));
    return reconcile(scored, handedInOf(scored, sheets), byItem);
  }
}

/** Sheets as they are compared; what is outside of the scheme is left out. */
export function handedInOf(scored: Scored, sheets: readonly TeamSheet[]): readonly HandedIn[] {
  const known = new Set(listItems(scored.scheme).map(({ item }) => item.id));
  return sheets.map(({ userId, answers: given }) => {
    const answers = new Map(
      given.filter(({ itemId }) => known.has(itemId)).map((one) => [one.itemId, one]),
    );
    return { userId, answers, score: scoreOf(scored, answers) };
  });
}

/** @throws ProblemError items_unsettled */
export function requireSettled(items: readonly ReconciledItem[]): void {
  const count = items.filter(({ result }) => result === null).length;
  if (count > 0) throw new ProblemError('items_unsettled', { count });
}
