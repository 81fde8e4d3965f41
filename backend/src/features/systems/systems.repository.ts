import { Injectable } from '@nestjs/common';
import type { StructureTemplateId } from '@liangxing/system-structure';
import { Not, type EntityManager } from 'typeorm';
import { notFound, queryRows, Quotas, takeTurn, type RequestContext } from '../../kernel';
import { UNSET_DOCUMENTS, type DocumentSettings } from './documents/system-part';
import { StandardSystemEntity } from './entities/standard-system.entity';
import type { StoredSystem, SystemDocument, SystemHead } from './system';

type Tenant = Pick<RequestContext, 'organizationId'>;

const head = `s.id, s.version, s.name, s.template_id AS "templateId", s.is_primary AS "isPrimary",
  s.moved_from AS "movedFrom", s.created_at AS "createdAt", s.updated_at AS "updatedAt"`;

const hasChange = (isUndone: boolean): string =>
  `EXISTS (SELECT FROM system_changes c WHERE c.organization_id = s.organization_id
     AND c.system_id = s.id AND c.is_undone = ${isUndone})`;

const beside = `${head}, s.xmin::text AS "writtenBy",
  ${hasChange(false)} AS "canUndo", ${hasChange(true)} AS "canRedo"`;
const whole = `${beside}, s.document`;

interface NewSystem {
  readonly id: string;
  readonly name: string;
  readonly templateId: StructureTemplateId;
  readonly movedFrom: string | null;
  readonly document: SystemDocument;
}

/** Every question to the systems themselves. SQL tells with a system what can be undone in it, and what it places. */
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

  /**
   * Writers of one system take turns from here on. Who had to wait reads the row as the other left it, but not the steps
   * that went with it: by the version, which each step counts up, it is another system then.
   */
  async lock(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<StoredSystem | null> {
    const rows = await queryRows<StoredSystem>(
      manager,
      `SELECT ${whole} FROM standard_systems s WHERE s.organization_id = $1 AND s.id = $2 FOR UPDATE`,
      [organizationId, id],
    );
    return rows[0] ?? null;
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
    system: NewSystem,
  ): Promise<void> {
    await this.quotas.require(manager, organizationId, 'systems');
    await manager.insert(StandardSystemEntity, { organizationId, ...system });
  }

  /** The caller holds the row. @returns the system as it is now, its document as it was given */
  async write(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { name, document }: { readonly name: string; readonly document: SystemDocument },
  ): Promise<StoredSystem> {
    const [written] = await queryRows<Omit<StoredSystem, 'document'>>(
      manager,
      `UPDATE standard_systems s SET name = $3, document = $4, version = version + 1, updated_at = now()
       WHERE s.organization_id = $1 AND s.id = $2 RETURNING ${beside}`,
      [organizationId, id, name, JSON.stringify(document)],
    );
    if (written === undefined) throw notFound();
    return { ...written, document };
  }

  /** One primary system per organization; those who choose one take turns. */
  async makePrimary(manager: EntityManager, tenant: Tenant, id: string): Promise<void> {
    await this.lockChoice(manager, tenant);
    const { organizationId } = tenant;
    const other = { organizationId, isPrimary: true, id: Not(id) };
    await manager.update(StandardSystemEntity, other, { isPrimary: false });
    await manager.update(StandardSystemEntity, { organizationId, id }, { isPrimary: true });
  }

  /** Held until the transaction ends by whoever adds, removes or chooses systems. */
  async lockChoice(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await takeTurn(manager, `standard_systems ${organizationId}`);
  }

  async remove(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    const moved = { organizationId, movedFrom: id };
    await manager.update(StandardSystemEntity, moved, { movedFrom: null });
    await manager.delete(StandardSystemEntity, { organizationId, id });
  }

  /** What people chose and wrote for the documents of a system that is there. */
  async documentSettings(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<DocumentSettings> {
    const found = await manager.findOne(StandardSystemEntity, {
      select: { documentsVersion: true, diagramMode: true, registerColumns: true, notes: true },
      where: { organizationId, id },
    });
    if (found === null) return UNSET_DOCUMENTS;
    const { documentsVersion: version, diagramMode, registerColumns, notes } = found;
    return { version, diagramMode, registerColumns, notes };
  }

  /** Writes only over the expected version; false where another one is stored. */
  async saveDocumentSettings(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { version, diagramMode, registerColumns, notes }: DocumentSettings,
  ): Promise<boolean> {
    const { affected } = await manager.update(
      StandardSystemEntity,
      { organizationId, id, documentsVersion: version },
      { documentsVersion: version + 1, diagramMode, registerColumns, notes },
    );
    return affected === 1;
  }
}
