import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import type { StandardRecord } from '../standards';

type Tenant = Pick<RequestContext, 'organizationId'>;

export const VERIFIED_RESULTS = ['current', 'replaced', 'withdrawn'] as const;
export type VerifiedResult = (typeof VERIFIED_RESULTS)[number];

/** What a person found at an official site. */
export interface Finding {
  readonly result: VerifiedResult;
  /** Number of the standard that replaces it; '' where none was told. */
  readonly replacedBy: string;
  /** `YYYY-MM-DD` */
  readonly checkedOn: string;
  readonly source: string;
  /** The picture of it, kept as evidence. */
  readonly evidenceId: string | null;
}

/** What a row said of its state. */
export type StateBefore = Pick<
  StandardRecord,
  'statusClaimed' | 'statusCheckedOn' | 'statusSource'
>;

export interface Verification extends Finding {
  readonly id: string;
  readonly standardId: string;
  readonly identityKey: string;
  readonly number: string;
  readonly verifiedAt: Date;
  readonly verifiedByName: string;
  readonly undoneAt: Date | null;
  readonly undoneByName: string | null;
}

export interface StoredVerification extends Verification {
  /** `standardId` names a watched standard that no row of the register was. */
  readonly isWatched: boolean;
  /** Null with what was noted before this was kept. */
  readonly before: StateBefore | null;
}

const COLUMNS = `id, standard_id AS "standardId", identity_key AS "identityKey", number, result,
  replaced_by AS "replacedBy", to_char(checked_on, 'YYYY-MM-DD') AS "checkedOn", source,
  evidence_id AS "evidenceId", verified_at AS "verifiedAt", verified_by_name AS "verifiedByName",
  undone_at AS "undoneAt", undone_by_name AS "undoneByName"`;

/** What people looked up about the standards of a register; nothing of it is ever changed or removed, only taken back. */
@Injectable()
export class VerificationsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** The newest of each of these standards that was not taken back. */
  async latest(
    manager: EntityManager,
    { organizationId }: Tenant,
    standardIds: readonly string[],
  ): Promise<ReadonlyMap<string, Verification>> {
    if (standardIds.length === 0) return new Map();
    const rows = await queryRows<Verification>(
      manager,
      `SELECT DISTINCT ON (standard_id) ${COLUMNS} FROM standard_verifications
       WHERE organization_id = $1 AND standard_id = ANY($2::uuid[]) AND undone_at IS NULL
       ORDER BY standard_id, verified_at DESC, id`,
      [organizationId, standardIds],
    );
    return new Map(rows.map((row) => [row.standardId, row]));
  }

  /** The newest of each of these standards that was not taken back, whoever lists it. */
  async latestOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    identities: readonly string[],
  ): Promise<ReadonlyMap<string, Verification>> {
    if (identities.length === 0) return new Map();
    const rows = await queryRows<Verification>(
      manager,
      `SELECT DISTINCT ON (identity_key) ${COLUMNS} FROM standard_verifications
       WHERE organization_id = $1 AND identity_key = ANY($2::text[]) AND undone_at IS NULL
       ORDER BY identity_key, verified_at DESC, id`,
      [organizationId, identities],
    );
    return new Map(rows.map((row) => [row.identityKey, row]));
  }

  /** Newest first. */
  list(manager: EntityManager, { organizationId }: Tenant, most = 500): Promise<Verification[]> {
    return queryRows(
      manager,
      `SELECT ${COLUMNS} FROM standard_verifications WHERE organization_id = $1
       ORDER BY verified_at DESC, number, id LIMIT ${Math.trunc(most)}`,
      [organizationId],
    );
  }

  /** Newest first, and locked. */
  toTakeBack(
    manager: EntityManager,
    { organizationId }: Tenant,
    ids: readonly string[],
  ): Promise<StoredVerification[]> {
    return queryRows(
      manager,
      `SELECT ${COLUMNS}, before, is_watched AS "isWatched" FROM standard_verifications
       WHERE organization_id = $1 AND id = ANY($2::uuid[])
       ORDER BY verified_at DESC, id FOR UPDATE`,
      [organizationId, ids],
    );
  }

  async markUndone(
    manager: EntityManager,
    context: RequestContext,
    ids: readonly string[],
  ): Promise<void> {
    await manager.query(
      `UPDATE standard_verifications SET undone_at = now(), undone_by_name = $3
       WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
      [context.organizationId, ids, context.userName],
    );
  }

  /** @returns their ids, in the order of the standards */
  async insert(
    manager: EntityManager,
    context: RequestContext,
    finding: Finding,
    standards: readonly (Pick<Verification, 'standardId' | 'identityKey' | 'number'> &
      Pick<StoredVerification, 'before'>)[],
    isWatched = false,
  ): Promise<string[]> {
    if (standards.length === 0) return [];
    const { length: count } = standards;
    await this.quotas.require(manager, context.organizationId, 'verifications', count);
    const rows = standards.map((standard) => ({ id: randomUUID(), ...standard }));
    await manager.query(
      `INSERT INTO standard_verifications (organization_id, id, standard_id, identity_key, number,
         result, replaced_by, checked_on, source, evidence_id, verified_by, verified_by_name, before,
         is_watched)
       SELECT $1, r.id, r."standardId", r."identityKey", r.number, $3, $4, $5::date, $6, $7::uuid, $8, $9,
         r.before, $10
       FROM jsonb_to_recordset($2::jsonb)
         AS r(id uuid, "standardId" uuid, "identityKey" text, number text, before jsonb)`,
      [
        context.organizationId,
        JSON.stringify(rows),
        finding.result,
        finding.replacedBy,
        finding.checkedOn,
        finding.source,
        finding.evidenceId,
        context.userId,
        context.userName,
        isWatched,
      ],
    );
    return rows.map(({ id }) => id);
  }
}
