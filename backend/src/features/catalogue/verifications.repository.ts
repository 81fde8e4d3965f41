import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import { StandardVerificationEntity } from './entities/standard-verification.entity';
import type { Finding, StoredVerification, Verification } from './verification';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** For the statements that ask for the newest of each. */
const COLUMNS = `id, standard_id AS "standardId", identity_key AS "identityKey", number, result,
  replaced_by AS "replacedBy", to_char(checked_on, 'YYYY-MM-DD') AS "checkedOn", source,
  evidence_id AS "evidenceId", verified_at AS "verifiedAt", verified_by_name AS "verifiedByName",
  undone_at AS "undoneAt", undone_by_name AS "undoneByName"`;

/** The same of one that is told by itself. */
const TOLD = {
  ...{ id: true, standardId: true, identityKey: true, number: true, result: true },
  ...{ replacedBy: true, checkedOn: true, source: true, evidenceId: true, verifiedAt: true },
  ...{ verifiedByName: true, undoneAt: true, undoneByName: true },
} as const;

/**
 * What people looked up about the standards of a register; nothing of it is ever changed or removed, only taken back.
 * SQL takes the newest of each of thousands, and writes many at once.
 */
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
    return manager.find(StandardVerificationEntity, {
      select: TOLD,
      where: { organizationId },
      order: { verifiedAt: 'DESC', number: 'ASC', id: 'ASC' },
      take: most,
    });
  }

  /** Newest first, and locked. */
  toTakeBack(
    manager: EntityManager,
    { organizationId }: Tenant,
    ids: readonly string[],
  ): Promise<StoredVerification[]> {
    return manager.find(StandardVerificationEntity, {
      select: { ...TOLD, before: true, isWatched: true },
      where: { organizationId, id: In([...ids]) },
      order: { verifiedAt: 'DESC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async markUndone(
    manager: EntityManager,
    { organizationId, userName }: RequestContext,
    ids: readonly string[],
  ): Promise<void> {
    await manager.update(
      StandardVerificationEntity,
      { organizationId, id: In([...ids]) },
      { undoneAt: () => 'now()', undoneByName: userName },
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
