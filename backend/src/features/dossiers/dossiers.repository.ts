import { Injectable } from '@nestjs/common';
import { DOSSIER_MOVES, type DossierMove } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import { EvidenceHoldsRepository } from '../evidence';
import type { Dossier } from './dossier';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

type DossierRow = Omit<Dossier, 'createdBy' | 'size'> & {
  readonly size: string | null;
  readonly userId: string;
  readonly userName: string;
};

const columns = `id, assessment_id AS "assessmentId", number, code, state, progress, step, error,
  snapshot_sha256 AS "snapshotSha256", grade, basic, bonus, total, route_id AS "routeId",
  is_provisional AS "isProvisional", storage_key AS "storageKey", pages, size, sha256,
  created_at AS "createdAt", created_by AS "userId", created_by_name AS "userName",
  built_at AS "builtAt"`;

function fromRow({ userId, userName, size, ...row }: DossierRow): Dossier {
  return {
    ...row,
    size: size === null ? null : Number(size),
    createdBy: { id: userId, name: userName },
  };
}

/** What freezing writes: material and snapshot as texts with their hashes, and the figures that lists show. */
export type FrozenFacts = Pick<
  Dossier,
  'snapshotSha256' | 'grade' | 'basic' | 'bonus' | 'total' | 'routeId' | 'isProvisional'
> & {
  readonly material: string;
  readonly materialSha256: string;
  readonly snapshot: string;
};

interface BuiltFacts {
  readonly storageKey: string;
  readonly pages: number;
  readonly size: number;
  readonly sha256: string;
}

/** Of an issued dossier, without its tenant. */
interface IssuedDossier {
  readonly code: string;
  readonly sha256: string;
  readonly enterpriseName: string;
  readonly grade: string | null;
  readonly total: number | null;
  readonly isProvisional: boolean;
  readonly issuedAt: Date;
}

/** Every query on dossiers. */
@Injectable()
export class DossiersRepository {
  constructor(
    private readonly quotas: Quotas,
    private readonly holds: EvidenceHoldsRepository,
  ) {}

  /** Newest first. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<Dossier[]> {
    const rows = await queryRows<DossierRow>(
      manager,
      `SELECT ${columns} FROM dossiers WHERE organization_id = $1
       ORDER BY created_at DESC, number DESC`,
      [organizationId],
    );
    return rows.map(fromRow);
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Dossier | null> {
    const rows = await queryRows<DossierRow>(
      manager,
      `SELECT ${columns} FROM dossiers WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return rows[0] === undefined ? null : fromRow(rows[0]);
  }

  /** Numbers go on from the largest of the assessment. */
  async nextNumber(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<number> {
    const [row] = await queryRows<{ next: number }>(
      manager,
      `SELECT coalesce(max(number), 0) + 1 AS next FROM dossiers
       WHERE organization_id = $1 AND assessment_id = $2`,
      [organizationId, assessmentId],
    );
    return row?.next ?? 1;
  }

  /** null: its number is no longer the next one. Orders of an assessment take turns until their transactions end. */
  async insert(
    manager: EntityManager,
    author: Author,
    dossier: Pick<Dossier, 'id' | 'assessmentId' | 'code' | 'number' | 'createdAt'>,
  ): Promise<Dossier | null> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `dossiers ${dossier.assessmentId}`,
    ]);
    await this.quotas.require(manager, author.organizationId, 'dossiers');
    const rows = await queryRows<DossierRow>(
      manager,
      `INSERT INTO dossiers (organization_id, id, assessment_id, code, created_by, created_by_name,
         number, created_at)
       SELECT $1, $2, $3::uuid, $4, $5, $6, $7::integer, $8::timestamptz
       FROM dossiers WHERE organization_id = $1 AND assessment_id = $3
       HAVING coalesce(max(number), 0) + 1 = $7::integer
       RETURNING ${columns}`,
      [
        author.organizationId,
        dossier.id,
        dossier.assessmentId,
        dossier.code,
        author.userId,
        author.userName,
        dossier.number,
        dossier.createdAt,
      ],
    );
    return rows[0] === undefined ? null : fromRow(rows[0]);
  }

  async snapshot(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string | null> {
    const rows = await queryRows<{ snapshot: string | null }>(
      manager,
      `SELECT snapshot FROM dossiers WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return rows[0]?.snapshot ?? null;
  }

  /** Freezes once: what is there stays. */
  async freeze(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    facts: FrozenFacts,
  ): Promise<void> {
    await manager.query(
      `UPDATE dossiers SET snapshot = $3, snapshot_sha256 = $4, grade = $5, basic = $6, bonus = $7,
         total = $8, route_id = $9, is_provisional = $10, material = $11, material_sha256 = $12
       WHERE organization_id = $1 AND id = $2 AND snapshot IS NULL`,
      [
        organizationId,
        id,
        facts.snapshot,
        facts.snapshotSha256,
        facts.grade,
        facts.basic,
        facts.bonus,
        facts.total,
        facts.routeId,
        facts.isProvisional,
        facts.material,
        facts.materialSha256,
      ],
    );
  }

  /** The evidence that the snapshot lists is not removed any more. */
  holdEvidence(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    listed: readonly { readonly id: string; readonly revision: number }[],
  ): Promise<void> {
    return this.holds.hold(manager, tenant, { kind: 'dossier', id }, listed);
  }

  /** Shows where the build is. @returns false where nobody waits for it: it is issued, or was given up */
  advance(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    progress: number,
    step: string,
  ): Promise<boolean> {
    const set = 'progress = $5, step = $6, error = NULL';
    return this.move(manager, tenant, id, 'build', set, progress, step);
  }

  /** One that failed was never issued, and lets its evidence go. */
  async fail(manager: EntityManager, tenant: Tenant, id: string, error: string): Promise<void> {
    if (await this.move(manager, tenant, id, 'fail', 'error = $5', error))
      await this.holds.loosen(manager, tenant, { kind: 'dossier', id });
  }

  /** A failed dossier waits for another build. @returns false where it has not failed */
  async queueAgain(manager: EntityManager, tenant: Tenant, id: string): Promise<boolean> {
    const set = 'progress = 0, step = $3, error = NULL';
    if (!(await this.move(manager, tenant, id, 'retry', set))) return false;
    await this.holds.tighten(manager, tenant, { kind: 'dossier', id });
    return true;
  }

  /** Whether it holds all evidence that its snapshot lists or that is attached to it: while it had failed, it let go. */
  async holdsItsEvidence(manager: EntityManager, tenant: Tenant, id: string): Promise<boolean> {
    const [row] = await queryRows<{ named: number }>(
      manager,
      `SELECT jsonb_array_length(snapshot::jsonb -> 'evidence') + (
         SELECT count(*)::int
         FROM jsonb_array_elements(coalesce(snapshot::jsonb -> 'attachments', '[]')) a
         WHERE a ->> 'evidenceNumber' = ''
       ) AS named FROM dossiers WHERE organization_id = $1 AND id = $2`,
      [tenant.organizationId, id],
    );
    return row?.named === (await this.holds.count(manager, tenant, { kind: 'dossier', id }));
  }

  /** @returns false where another run has finished it already, or this one was given up */
  finish(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    { storageKey, pages, size, sha256 }: BuiltFacts,
  ): Promise<boolean> {
    const set = `progress = 100, step = $3, error = NULL, storage_key = $5, pages = $6, size = $7,
      sha256 = $8, built_at = now()`;
    return this.move(manager, tenant, id, 'finish', set, storageKey, pages, size, sha256);
  }

  /**
   * Makes a move of the table of its life, behind the lock of the row.
   * @returns false where the dossier is in no state from which the move leads
   */
  private async move(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    move: DossierMove,
    set: string,
    ...values: readonly unknown[]
  ): Promise<boolean> {
    const { from, to } = DOSSIER_MOVES[move];
    const rows = await queryRows(
      manager,
      `UPDATE dossiers SET state = $3, ${set}
       WHERE organization_id = $1 AND id = $2 AND state = ANY ($4) RETURNING id`,
      [tenant.organizationId, id, to, from, ...values],
    );
    return rows.length > 0;
  }

  /** The public fact of a finished dossier, told once: `finish` sees to it. */
  async issue(
    manager: EntityManager,
    { code, sha256, grade, total, isProvisional }: Dossier,
    enterpriseName: string,
  ): Promise<void> {
    await manager.query(`SELECT app.issue_dossier($1, $2, $3, $4, $5, $6, now())`, [
      code,
      sha256,
      enterpriseName,
      grade,
      total,
      isProvisional ?? true,
    ]);
  }

  /** What the public may know of a code; null: nothing was issued under it. */
  async issued(manager: Pick<EntityManager, 'query'>, code: string): Promise<IssuedDossier | null> {
    const [issued] = await queryRows<IssuedDossier>(
      manager,
      `SELECT issued_code AS code, sha256, enterprise_name AS "enterpriseName", grade, total,
         is_provisional AS "isProvisional", issued_at AS "issuedAt"
       FROM app.issued_dossier($1)`,
      [code],
    );
    return issued ?? null;
  }
}
