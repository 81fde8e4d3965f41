/** Put the standard that replaces it into a row of the register; the row, its places and its evidence stay. */
import { Injectable } from '@nestjs/common';
import type { StandardStatus } from '@liangxing/standard-number';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { recordOf, StandardsRepository, type StandardRecord } from '../../standards';
import { CatalogueRepository, type CatalogueEntry } from '../catalogue.repository';
import { plainReplacement, type CurrencyReport, type CurrencyRow } from '../currency-report';
import type { LoggedReplacement } from '../currency-check';
import { CurrencyRepository } from '../currency.repository';
import { ReadCurrency } from './read-currency';

interface ReplacementWish {
  readonly standardId: string;
  readonly version: number;
  /** Identity of one of the row's candidates. */
  readonly identity: string;
}

export interface ReplacedStandards {
  readonly replaced: readonly {
    readonly id: string;
    readonly standardId: string;
    readonly oldNumber: string;
    readonly newNumber: string;
  }[];
  /** Rows out of force that a person has to decide. */
  readonly left: number;
}

const CLAIMED: Readonly<Partial<Record<StandardStatus, StandardRecord['statusClaimed']>>> = {
  current: 'current',
  ending: 'current',
  upcoming: 'upcoming',
};

/** The row with the new standard in it; what belonged to the old edition alone goes, and stands in the log. */
function replacedRecord(
  before: StandardRecord,
  entry: CatalogueEntry | undefined,
  number: string,
  status: StandardStatus,
): StandardRecord {
  const told = entry?.sources.status ?? entry?.sources.inForceOn;
  const claimed = told === undefined ? null : (CLAIMED[status] ?? null);
  return {
    ...before,
    number,
    title: entry?.title || before.title,
    englishTitle: entry?.englishTitle ?? '',
    issuedOn: entry?.issuedOn ?? null,
    inForceOn: entry?.inForceOn ?? null,
    withdrawnOn: entry?.withdrawnOn ?? null,
    statusClaimed: claimed,
    statusCheckedOn: claimed === null ? null : (told?.checkedOn ?? null),
    statusSource: claimed === null ? '' : (told?.source ?? ''),
    ccs: entry?.ccs || before.ccs,
    ics: entry?.ics || before.ics,
    adoptedNumber: '',
    adoptionDegree: null,
    replacesNumber: before.number,
  };
}

@Injectable()
export class ReplaceStandards {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reading: ReadCurrency,
    private readonly catalogue: CatalogueRepository,
    private readonly currency: CurrencyRepository,
    private readonly standards: StandardsRepository,
    private readonly audit: Audit,
  ) {}

  /** One row by one of its candidates. */
  async one(context: RequestContext, wish: ReplacementWish, now: Date): Promise<ReplacedStandards> {
    return this.database.transaction(context, async (manager) => {
      const report = await this.openReport(manager, context, now);
      const row = report.rows.find(({ standard }) => standard.id === wish.standardId);
      if (row === undefined) throw notFound();
      if (row.standard.version !== wish.version)
        throw new ProblemError(
          'version_conflict',
          {},
          { current: { version: row.standard.version } },
        );
      const candidate = row.candidates.find(({ identity }) => identity === wish.identity);
      if (candidate === undefined) throw new ProblemError('replacement_unknown');
      if (candidate.isListed)
        throw new ProblemError('replacement_listed', { number: candidate.number });
      return this.replace(manager, context, now, report, [{ row, identity: candidate.identity }]);
    });
  }

  /** Every row that is out of force and leaves no choice. */
  async all(context: RequestContext, now: Date): Promise<ReplacedStandards> {
    return this.database.transaction(context, async (manager) => {
      const report = await this.openReport(manager, context, now);
      const taken = new Set<string>();
      const chosen = report.rows.flatMap((row) => {
        const identity = plainReplacement(row)?.identity;
        // Of a merge the first row takes the new standard; the others are a person's to remove.
        if (identity === undefined || taken.has(identity)) return [];
        taken.add(identity);
        return [{ row, identity }];
      });
      return this.replace(manager, context, now, report, chosen);
    });
  }

  /** Puts back what stood there. @throws ProblemError replacement_changed_since after a later change of the row */
  async undo(context: RequestContext, id: string): Promise<LoggedReplacement> {
    return this.database.transaction(context, async (manager) => {
      const entry = await this.currency.findReplacement(manager, context, id);
      if (entry === null) throw notFound();
      if (entry.undoneAt === null) {
        const { standardId, versionAfter: version, before: record } = entry;
        const written = await this.standards.update(manager, context, [
          { id: standardId, version, record },
        ]);
        if (!written.has(standardId)) throw new ProblemError('replacement_changed_since');
        await this.currency.markUndone(manager, context, id);
        const subject = { type: 'standard', id: standardId };
        await this.audit.record(manager, context, 'standards.replacement_undone', subject, {
          number: entry.oldNumber,
        });
      }
      const undone = await this.currency.findReplacement(manager, context, id);
      if (undone === null) throw notFound();
      return undone;
    });
  }

  private async openReport(
    manager: EntityManager,
    context: RequestContext,
    now: Date,
  ): Promise<CurrencyReport> {
    await this.currency.takeTurn(manager, context);
    return this.reading.report(manager, context, organizationDay(now));
  }

  private async replace(
    manager: EntityManager,
    context: RequestContext,
    now: Date,
    report: CurrencyReport,
    chosen: readonly { readonly row: CurrencyRow; readonly identity: string }[],
  ): Promise<ReplacedStandards> {
    const entries = new Map(
      (
        await this.catalogue.byIdentity(
          manager,
          chosen.map(({ identity }) => identity),
        )
      ).map((entry) => [entry.identityKey, entry]),
    );
    const stored = await this.standards.all(manager, context, organizationDay(now));
    const recordById = new Map(stored.map((row) => [row.id, recordOf(row)]));
    const changes = chosen.flatMap(({ row, identity }) => {
      const before = recordById.get(row.standard.id);
      const candidate = row.candidates.find((each) => each.identity === identity);
      if (before === undefined || candidate === undefined) return [];
      const { id, version } = row.standard;
      const entry = entries.get(identity);
      const record = replacedRecord(before, entry, candidate.number, candidate.status);
      return [{ id, version, before, record }];
    });
    const written = await this.standards.update(manager, context, changes);
    const replaced: ReplacedStandards['replaced'][number][] = [];
    for (const { id: standardId, before, record } of changes) {
      const versionAfter = written.get(standardId);
      if (versionAfter === undefined) continue;
      const numbers = { oldNumber: before.number, newNumber: record.number };
      const entry = { standardId, ...numbers, before, versionAfter };
      const id = await this.currency.logReplacement(manager, context, entry);
      const subject = { type: 'standard', id: standardId };
      await this.audit.record(manager, context, 'standards.replaced', subject, numbers);
      replaced.push({ id, standardId, ...numbers });
    }
    const { replaced: waiting = 0, withdrawn = 0 } = report.counts();
    return { replaced, left: waiting + withdrawn - replaced.length };
  }
}
