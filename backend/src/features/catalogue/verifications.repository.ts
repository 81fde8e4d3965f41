import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { queryRows } from '../../kernel/database/query-rows';

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

export interface Verification extends Finding {
  readonly id: string;
  readonly standardId: string;
  readonly identityKey: string;
  readonly number: string;
  readonly verifiedAt: Date;
  readonly verifiedByName: string;
}

const COLUMNS = `id, standard_id AS "standardId", identity_key AS "identityKey", number, result,
  replaced_by AS "replacedBy", to_char(checked_on, 'YYYY-MM-DD') AS "checkedOn", source,
  evidence_id AS "evidenceId", verified_at AS "verifiedAt", verified_by_name AS "verifiedByName"`;

/** What people looked up about the standards of a register; nothing of it is ever changed. */
@Injectable()
export class VerificationsRepository {
  /** The newest of each of these standards. */
  async latest(
    manager: EntityManager,
    { organizationId }: Tenant,
    standardIds: readonly string[],
  ): Promise<ReadonlyMap<string, Verification>> {
    if (standardIds.length === 0) return new Map();
    const rows = await queryRows<Verification>(
      manager,
      `SELECT DISTINCT ON (standard_id) ${COLUMNS} FROM standard_verifications
       WHERE organization_id = $1 AND standard_id = ANY($2::uuid[])
       ORDER BY standard_id, verified_at DESC, id`,
      [organizationId, standardIds],
    );
    return new Map(rows.map((row) => [row.standardId, row]));
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

  async insert(
    manager: EntityManager,
    context: RequestContext,
    finding: Finding,
    standards: readonly Pick<Verification, 'standardId' | 'identityKey' | 'number'>[],
  ): Promise<void> {
    if (standards.length === 0) return;
    await manager.query(
      `INSERT INTO standard_verifications (organization_id, id, standard_id, identity_key, number,
         result, replaced_by, checked_on, source, evidence_id, verified_by, verified_by_name)
       SELECT $1, r.id, r."standardId", r."identityKey", r.number, $3, $4, $5::date, $6, $7::uuid, $8, $9
       FROM jsonb_to_recordset($2::jsonb)
         AS r(id uuid, "standardId" uuid, "identityKey" text, number text)`,
      [
        context.organizationId,
        JSON.stringify(standards.map((standard) => ({ id: randomUUID(), ...standard }))),
        finding.result,
        finding.replacedBy,
        finding.checkedOn,
        finding.source,
        finding.evidenceId,
        context.userId,
        context.userName,
      ],
    );
  }
}
