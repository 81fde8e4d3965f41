import { Injectable } from '@nestjs/common';
import type { StructureTemplateId } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import { UNSET_DOCUMENTS, type DocumentSettings } from './documents/system-part';
import type { StoredSystem, SystemDocument, SystemHead } from './system';

type Tenant = Pick<RequestContext, 'organizationId'>;

const head = `s.id, s.version, s.name, s.template_id AS "templateId", s.is_primary AS "isPrimary",
  s.moved_from AS "movedFrom", s.created_at AS "createdAt", s.updated_at AS "updatedAt"`;

const hasChange = (isUndone: boolean): string =>
  `EXISTS (SELECT FROM system_changes c WHERE c.organization_id = s.organization_id
     AND c.system_id = s.id AND c.is_undone = ${isUndone})`;

const whole = `${head}, s.document, ${hasChange(false)} AS "canUndo", ${hasChange(true)} AS "canRedo"`;

interface NewSystem {
  readonly id: string;
  readonly name: string;
  readonly templateId: StructureTemplateId;
  readonly movedFrom: string | null;
  readonly document: SystemDocument;
}

/** Every question to the systems themselves. */
@Injectable()
export class SystemsRepository {
  constructor(private readonly quotas: Quotas) {}

  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
  ): Promise<(SystemHead & { readonly placed: number })[]> {
    return queryRows(
      manager,
      `SELECT ${head}, (SELECT count(*)::int FROM system_places p
         WHERE p.organization_id = s.organization_id AND p.system_id = s.id AND p.rank = 1) AS placed
       FROM standard_systems s WHERE s.organization_id = $1
       ORDER BY s.is_primary DESC, s.created_at DESC, s.id`,
      [organizationId],
    );
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<StoredSystem | null> {
    const rows = await queryRows<StoredSystem>(
      manager,
      `SELECT ${whole} FROM standard_systems s WHERE s.organization_id = $1 AND s.id = $2`,
      [organizationId, id],
    );
    return rows[0] ?? null;
  }

  /** Writers of one system take turns from here on. */
  async lock(manager: EntityManager, tenant: Tenant, id: string): Promise<StoredSystem | null> {
    await manager.query(
      `SELECT FROM standard_systems WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
      [tenant.organizationId, id],
    );
    return this.find(manager, tenant, id);
  }

  async primary(manager: EntityManager, { organizationId }: Tenant): Promise<StoredSystem | null> {
    const rows = await queryRows<StoredSystem>(
      manager,
      `SELECT ${whole} FROM standard_systems s WHERE s.organization_id = $1 AND s.is_primary`,
      [organizationId],
    );
    return rows[0] ?? null;
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, name, templateId, movedFrom, document }: NewSystem,
  ): Promise<void> {
    await this.quotas.require(manager, organizationId, 'systems');
    await manager.query(
      `INSERT INTO standard_systems (organization_id, id, name, template_id, moved_from, document)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [organizationId, id, name, templateId, movedFrom, JSON.stringify(document)],
    );
  }

  /** The caller holds the row. */
  async write(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { name, document }: { readonly name: string; readonly document: SystemDocument },
  ): Promise<void> {
    await manager.query(
      `UPDATE standard_systems SET name = $3, document = $4, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND id = $2`,
      [organizationId, id, name, JSON.stringify(document)],
    );
  }

  /** One primary system per organization; those who choose one take turns. */
  async makePrimary(manager: EntityManager, tenant: Tenant, id: string): Promise<void> {
    await this.lockChoice(manager, tenant);
    const { organizationId } = tenant;
    await manager.query(
      `UPDATE standard_systems SET is_primary = false
       WHERE organization_id = $1 AND is_primary AND id <> $2`,
      [organizationId, id],
    );
    await manager.query(
      `UPDATE standard_systems SET is_primary = true WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
  }

  /** Held until the transaction ends by whoever adds, removes or chooses systems. */
  async lockChoice(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `standard_systems ${organizationId}`,
    ]);
  }

  async remove(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.query(
      `UPDATE standard_systems SET moved_from = NULL WHERE organization_id = $1 AND moved_from = $2`,
      [organizationId, id],
    );
    await manager.query(`DELETE FROM standard_systems WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      id,
    ]);
  }

  /** What people chose and wrote for the documents of a system that is there. */
  async documentSettings(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<DocumentSettings> {
    const [row] = await queryRows<DocumentSettings>(
      manager,
      `SELECT documents_version AS version, diagram_mode AS "diagramMode",
         register_columns AS "registerColumns", notes
       FROM standard_systems WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return row ?? UNSET_DOCUMENTS;
  }

  /** Writes only over the expected version; false where another one is stored. */
  async saveDocumentSettings(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { version, diagramMode, registerColumns, notes }: DocumentSettings,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `UPDATE standard_systems SET documents_version = documents_version + 1, diagram_mode = $4,
         register_columns = $5::jsonb, notes = $6::jsonb
       WHERE organization_id = $1 AND id = $2 AND documents_version = $3 RETURNING id`,
      [
        organizationId,
        id,
        version,
        diagramMode,
        registerColumns === null ? null : JSON.stringify(registerColumns),
        JSON.stringify(notes),
      ],
    );
    return rows.length > 0;
  }
}
