import { Injectable } from '@nestjs/common';
import { DOSSIER_MOVES, type DossierMove } from '@liangxing/contracts';
import { In, IsNull, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { queryRows, Quotas, takeTurn, type RequestContext } from '../../kernel';
import { EvidenceHoldsRepository } from '../evidence';
import type { Dossier } from './dossier';
import { DossierEntity } from './entities/dossier.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

/** What is told of a dossier: neither its material nor what is printed of it. */
const TOLD = {
  ...{ id: true, assessmentId: true, number: true, code: true, state: true, progress: true },
  ...{ step: true, error: true, snapshotSha256: true, grade: true, basic: true, bonus: true },
  ...{ total: true, routeId: true, isProvisional: true, storageKey: true, pages: true },
  ...{ size: true, sha256: true, createdAt: true, createdBy: true, createdByName: true },
  builtAt: true,
} as const;

function dossierOf({ createdBy, createdByName, size, ...row }: DossierEntity): Dossier {
  return {
    ...row,
    size: size === null ? null : Number(size),
    createdBy: { id: createdBy, name: createdByName },
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

/** What is handed over of an issued dossier: both frozen texts, and where its PDF lies. */
export interface HandedDossier {
  readonly number: number;
  readonly code: string;
  readonly material: string;
  readonly materialSha256: string;
  readonly snapshot: string;
  readonly snapshotSha256: string;
  readonly storageKey: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

const HANDED = {
  ...{ number: true, code: true, state: true, material: true, materialSha256: true },
  ...{ snapshot: true, snapshotSha256: true, storageKey: true, size: true, sha256: true },
} as const;

/**
 * Every query on dossiers. SQL counts inside a frozen snapshot, and calls the functions through which alone the public
 * fact of a dossier is written and read.
 */
@Injectable()
export class DossiersRepository {
  constructor(
    private readonly quotas: Quotas,
    private readonly holds: EvidenceHoldsRepository,
  ) {}

  /** Newest first. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<Dossier[]> {
    const found = await manager.find(DossierEntity, {
      select: TOLD,
      where: { organizationId },
      order: { createdAt: 'DESC', number: 'DESC' },
    });
    return found.map(dossierOf);
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Dossier | null> {
    const where = { organizationId, id };
    const found = await manager.findOne(DossierEntity, { select: TOLD, where });
    return found && dossierOf(found);
  }

  /** Null: it is not issued, or one of the first, which have no material. */
  async handedOver(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<HandedDossier | null> {
    const found = await manager.findOne(DossierEntity, {
      select: HANDED,
      where: { organizationId, id },
    });
    if (found?.state !== 'ready') return null;
    const { number, code, material, materialSha256, snapshot, snapshotSha256 } = found;
    const { storageKey, sha256, size } = found;
    if (material === null || materialSha256 === null || snapshot === null) return null;
    if (snapshotSha256 === null || storageKey === null || sha256 === null) return null;
    const texts = { material, materialSha256, snapshot, snapshotSha256 };
    return { number, code, ...texts, storageKey, size: Number(size), sha256 };
  }

  /** Numbers go on from the largest of the assessment. */
  async nextNumber(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<number> {
    const place = { organizationId, assessmentId };
    return ((await manager.maximum(DossierEntity, 'number', place)) ?? 0) + 1;
  }

  /** null: its number is no longer the next one. Orders of an assessment take turns until their transactions end. */
  async insert(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    dossier: Pick<Dossier, 'id' | 'assessmentId' | 'code' | 'number' | 'createdAt'>,
  ): Promise<Dossier | null> {
    const { id, assessmentId, number } = dossier;
    await takeTurn(manager, `dossiers ${assessmentId}`);
    await this.quotas.require(manager, organizationId, 'dossiers');
    if ((await this.nextNumber(manager, { organizationId }, assessmentId)) !== number) return null;
    const author = { createdBy: userId, createdByName: userName };
    await manager.insert(DossierEntity, { organizationId, ...dossier, ...author });
    return this.find(manager, { organizationId }, id);
  }

  async snapshot(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string | null> {
    const found = await manager.findOne(DossierEntity, {
      select: { id: true, snapshot: true },
      where: { organizationId, id },
    });
    return found?.snapshot ?? null;
  }

  /** Freezes once: what is there stays. */
  async freeze(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    facts: FrozenFacts,
  ): Promise<void> {
    await manager.update(DossierEntity, { organizationId, id, snapshot: IsNull() }, facts);
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
    return this.move(manager, tenant, id, 'build', { progress, step, error: null });
  }

  /** One that failed was never issued, and lets its evidence go. */
  async fail(manager: EntityManager, tenant: Tenant, id: string, error: string): Promise<void> {
    if (await this.move(manager, tenant, id, 'fail', { error }))
      await this.holds.loosen(manager, tenant, { kind: 'dossier', id });
  }

  /** A failed dossier waits for another build. @returns false where it has not failed */
  async queueAgain(manager: EntityManager, tenant: Tenant, id: string): Promise<boolean> {
    const { to } = DOSSIER_MOVES.retry;
    if (!(await this.move(manager, tenant, id, 'retry', { progress: 0, step: to, error: null })))
      return false;
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
    { size, ...file }: BuiltFacts,
  ): Promise<boolean> {
    return this.move(manager, tenant, id, 'finish', {
      ...{ progress: 100, step: DOSSIER_MOVES.finish.to, error: null },
      ...file,
      size: String(size),
      builtAt: () => 'now()',
    });
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
    values: QueryDeepPartialEntity<DossierEntity>,
  ): Promise<boolean> {
    const { from, to } = DOSSIER_MOVES[move];
    const { affected } = await manager.update(
      DossierEntity,
      { organizationId: tenant.organizationId, id, state: In([...from]) },
      { ...values, state: to },
    );
    return affected !== 0;
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
