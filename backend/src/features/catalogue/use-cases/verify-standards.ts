/** 已核对: what a person looked up at an official site goes to the rows of the register, with its source and picture. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { EvidenceRepository, EvidenceUsesRepository } from '../../evidence';
import {
  recordOf,
  StandardsRepository,
  type StandardRecord,
  type StandardRow,
} from '../../standards';
import { stateOf } from './take-back-verifications';
import { CurrencyRepository } from '../currency.repository';
import type { Finding, Verification } from '../verification';
import { VerificationsRepository } from '../verifications.repository';

export interface VerifiedStandards {
  readonly verified: number;
  /** Rows that somebody changed or removed meanwhile; nothing was noted with them. */
  readonly left: number;
  /** What was noted anew, to take it back. */
  readonly ids: readonly string[];
}

interface SeenStandard {
  readonly id: string;
  readonly version: number;
}

const isSame = (before: Verification | undefined, identity: string, finding: Finding): boolean =>
  before?.identityKey === identity &&
  before.result === finding.result &&
  before.replacedBy === finding.replacedBy &&
  before.checkedOn === finding.checkedOn &&
  before.source === finding.source &&
  before.evidenceId === finding.evidenceId;

/** The row with what was found; its own word about its state gives way. */
function verifiedRecord(before: StandardRecord, finding: Finding): StandardRecord {
  return {
    ...before,
    statusClaimed: finding.result,
    statusCheckedOn: finding.checkedOn,
    statusSource: finding.source,
  };
}

@Injectable()
export class VerifyStandards {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly currency: CurrencyRepository,
    private readonly verifications: VerificationsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly uses: EvidenceUsesRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Notes one finding with one row or several. The same finding again adds nothing.
   * @throws ProblemError version_conflict where the only row was changed meanwhile; validation_failed for a day ahead
   */
  async execute(
    context: RequestContext,
    seen: readonly SeenStandard[],
    finding: Finding,
    now: Date,
  ): Promise<VerifiedStandards> {
    const day = organizationDay(now);
    refuseDayAhead(finding, day);
    return this.database.transaction(context, async (manager) => {
      await this.currency.takeTurn(manager, context);
      await this.requireEvidence(manager, context, finding.evidenceId);
      const rows = await this.rowsOf(manager, context, day, seen);
      const known = await this.verifications.latest(
        manager,
        context,
        rows.map(({ id }) => id),
      );
      const written = await this.write(manager, context, rows, finding);
      const fresh = rows.filter(
        ({ id, identityKey }) => written.has(id) && !isSame(known.get(id), identityKey, finding),
      );
      const ids = await this.note(manager, context, fresh, finding);
      return {
        verified: written.size,
        left: new Set(seen.map(({ id }) => id)).size - written.size,
        ids,
      };
    });
  }

  private async requireEvidence(
    manager: EntityManager,
    context: RequestContext,
    id: string | null,
  ): Promise<void> {
    if (id !== null && (await this.evidence.find(manager, context, id)) === null) throw notFound();
  }

  /** Rows in the version that the person saw, and those that say the same already. */
  private async rowsOf(
    manager: EntityManager,
    context: RequestContext,
    day: string,
    seen: readonly SeenStandard[],
  ): Promise<StandardRow[]> {
    const versions = new Map(seen.map(({ id, version }) => [id, version]));
    const found = await this.standards.some(manager, context, day, [...versions.keys()]);
    const [only, ...more] = seen;
    if (only !== undefined && more.length === 0) {
      const [row] = found;
      if (row === undefined) throw notFound();
      if (row.version !== only.version) throw versionConflict({ version: row.version });
    }
    return found.filter(({ id, version }) => versions.get(id) === version);
  }

  /** @returns ids of the rows that hold the finding now */
  private async write(
    manager: EntityManager,
    context: RequestContext,
    rows: readonly StandardRow[],
    finding: Finding,
  ): Promise<ReadonlySet<string>> {
    const changes = rows.map((row) => {
      const before = recordOf(row);
      return { id: row.id, version: row.version, before, record: verifiedRecord(before, finding) };
    });
    const different = changes.filter(
      ({ before, record }) =>
        before.statusClaimed !== record.statusClaimed ||
        before.statusCheckedOn !== record.statusCheckedOn ||
        before.statusSource !== record.statusSource,
    );
    const written = await this.standards.update(manager, context, different);
    const missed = new Set(different.flatMap(({ id }) => (written.has(id) ? [] : [id])));
    return new Set(changes.flatMap(({ id }) => (missed.has(id) ? [] : [id])));
  }

  private async note(
    manager: EntityManager,
    context: RequestContext,
    rows: readonly StandardRow[],
    finding: Finding,
  ): Promise<string[]> {
    if (rows.length === 0) return [];
    const standards = rows.map((row) => {
      const { id: standardId, identityKey, number } = row;
      return { standardId, identityKey, number, before: stateOf(recordOf(row)) };
    });
    const noted = await this.verifications.insert(manager, context, finding, standards);
    const { evidenceId } = finding;
    if (evidenceId !== null)
      for (const { id: standardId } of rows)
        await this.uses.link(manager, context, evidenceId, { standardId });
    const subject = { type: 'register', id: context.organizationId };
    const ids = rows.map(({ id }) => id);
    await this.audit.record(manager, context, 'standards.verified', subject, { ...finding, ids });
    return noted;
  }
}

/** @throws ProblemError validation_failed: nobody has looked anything up on a day still to come */
export function refuseDayAhead({ checkedOn }: Pick<Finding, 'checkedOn'>, today: string): void {
  if (checkedOn <= today) return;
  throw validationFailed({
    path: 'checkedOn',
    code: 'day_ahead',
    wording: { zh: '核对日期还没有到', en: 'This day is still to come' },
  });
}
