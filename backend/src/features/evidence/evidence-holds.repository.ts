import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import { EvidenceHoldEntity } from './entities/evidence-hold.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Whoever needs files to stay as they were. A hold goes with its holder. */
export interface Holder {
  readonly kind: 'dossier';
  readonly id: string;
}

/**
 * Every query on what keeps files from being removed; the database removes none that is held. SQL holds a whole list in
 * one statement, and joins the dossiers of another room.
 */
@Injectable()
export class EvidenceHoldsRepository {
  async hold(
    manager: EntityManager,
    { organizationId }: Tenant,
    { kind, id }: Holder,
    files: readonly { readonly id: string; readonly revision: number }[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO evidence_holds (organization_id, holder_kind, holder_id, evidence_id, revision)
       SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::integer[])`,
      [organizationId, kind, id, files.map((file) => file.id), files.map((file) => file.revision)],
    );
  }

  /** The holder has failed: a file may be removed, and leaves it. */
  async loosen(
    manager: EntityManager,
    { organizationId }: Tenant,
    { kind, id }: Holder,
  ): Promise<void> {
    const held = { organizationId, holderKind: kind, holderId: id };
    await manager.update(EvidenceHoldEntity, held, { isLoose: true });
  }

  /** Holds fast again what is still there. */
  async tighten(
    manager: EntityManager,
    { organizationId }: Tenant,
    { kind, id }: Holder,
  ): Promise<void> {
    const loose = { organizationId, holderKind: kind, holderId: id, isLoose: true };
    await manager.update(EvidenceHoldEntity, loose, { isLoose: false });
  }

  async count(
    manager: EntityManager,
    { organizationId }: Tenant,
    { kind, id }: Holder,
  ): Promise<number> {
    return manager.countBy(EvidenceHoldEntity, { organizationId, holderKind: kind, holderId: id });
  }

  /** Numbers of the dossiers that hold a file, whichever revision. */
  async dossiersOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    evidenceId: string,
  ): Promise<number[]> {
    const rows = await queryRows<{ number: number }>(
      manager,
      `SELECT DISTINCT d.number FROM evidence_holds h
       JOIN dossiers d ON d.organization_id = h.organization_id AND d.id = h.dossier_id
       WHERE h.organization_id = $1 AND h.evidence_id = $2 AND NOT h.is_loose ORDER BY d.number`,
      [organizationId, evidenceId],
    );
    return rows.map(({ number }) => number);
  }

  /** Takes a file from those that no longer hold it fast. */
  async letGo(
    manager: EntityManager,
    { organizationId }: Tenant,
    evidenceId: string,
  ): Promise<void> {
    await manager.delete(EvidenceHoldEntity, { organizationId, evidenceId, isLoose: true });
  }
}
