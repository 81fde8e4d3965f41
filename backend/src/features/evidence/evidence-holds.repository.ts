import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Whoever needs files to stay as they were. A hold goes with its holder. */
export interface Holder {
  readonly kind: 'dossier';
  readonly id: string;
}

/** Every query on what keeps files from being removed; the database removes none that is held. */
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
    await manager.query(
      `UPDATE evidence_holds SET is_loose = true
       WHERE organization_id = $1 AND holder_kind = $2 AND holder_id = $3`,
      [organizationId, kind, id],
    );
  }

  /** Holds fast again what is still there. */
  async tighten(
    manager: EntityManager,
    { organizationId }: Tenant,
    { kind, id }: Holder,
  ): Promise<void> {
    await manager.query(
      `UPDATE evidence_holds SET is_loose = false
       WHERE organization_id = $1 AND holder_kind = $2 AND holder_id = $3 AND is_loose`,
      [organizationId, kind, id],
    );
  }

  async count(
    manager: EntityManager,
    { organizationId }: Tenant,
    { kind, id }: Holder,
  ): Promise<number> {
    const [row] = await queryRows<{ count: number }>(
      manager,
      `SELECT count(*)::int AS count FROM evidence_holds
       WHERE organization_id = $1 AND holder_kind = $2 AND holder_id = $3`,
      [organizationId, kind, id],
    );
    return row?.count ?? 0;
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
    await manager.query(
      `DELETE FROM evidence_holds WHERE organization_id = $1 AND evidence_id = $2 AND is_loose`,
      [organizationId, evidenceId],
    );
  }
}
