import { Injectable } from '@nestjs/common';
import { DAYS_OF_EXPORT, EXPORT_MOVES } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { In, LessThan, type EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { OrganizationExportEntity } from './entities/organization-export.entity';
import type { BuiltExport, StoredExport } from './organization-export';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Orderer = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

const { begin, finish, give_up: giveUp } = EXPORT_MOVES;

/** Every query on exports of everything. */
@Injectable()
export class ExportsRepository {
  /** Newest first. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<StoredExport[]> {
    const order = { orderedAt: 'DESC', id: 'ASC' } as const;
    const found = await manager.find(OrganizationExportEntity, {
      where: { organizationId },
      order,
    });
    return found.map(exportOf);
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<StoredExport | null> {
    const found = await manager.findOneBy(OrganizationExportEntity, { organizationId, id });
    return found && exportOf(found);
  }

  /** @returns its id; null where one is underway already */
  async insert(
    manager: EntityManager,
    { organizationId, userId, userName }: Orderer,
  ): Promise<string | null> {
    const id = randomUUID();
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(OrganizationExportEntity)
      .values({
        ...{ organizationId, id, state: 'queued', orderedBy: userId, orderedByName: userName },
      })
      .orIgnore()
      .returning('id')
      .execute();
    return Array.isArray(raw) && raw.length === 1 ? id : null;
  }

  /** @param progress percent. @returns false where nobody waits for it: it is ready, or was given up */
  async advance(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    progress: number,
  ): Promise<boolean> {
    const state = In([...begin.from, begin.to]);
    const { affected } = await manager.update(
      OrganizationExportEntity,
      { organizationId, id, state },
      { state: begin.to, progress },
    );
    return affected === 1;
  }

  /** @returns false where another run was faster, or it was given up */
  async finish(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { size, ...built }: BuiltExport,
  ): Promise<boolean> {
    const { affected } = await manager.update(
      OrganizationExportEntity,
      { organizationId, id, state: In([...finish.from]) },
      {
        ...{ ...built, size: String(size), state: finish.to, progress: 100 },
        builtAt: () => 'now()',
        expiresAt: expiry,
      },
    );
    return affected === 1;
  }

  async giveUp(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.update(
      OrganizationExportEntity,
      { organizationId, id, state: In([...giveUp.from]) },
      { state: giveUp.to, expiresAt: expiry },
    );
  }

  /** Takes away those that nobody needs any more. @returns where their content lies */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    which: { readonly expired: Date } | { readonly before: string },
  ): Promise<string[]> {
    const gone = await manager.findBy(OrganizationExportEntity, {
      organizationId,
      ...('expired' in which
        ? { expiresAt: LessThan(which.expired) }
        : { state: In([finish.to, giveUp.to]) }),
    });
    const left = gone.filter(({ id }) => !('before' in which && id === which.before));
    if (left.length > 0)
      await manager.delete(OrganizationExportEntity, {
        organizationId,
        id: In(left.map(({ id }) => id)),
      });
    return left.flatMap(({ storageKey }) => storageKey ?? []);
  }
}

const expiry = (): string => `now() + make_interval(days => ${DAYS_OF_EXPORT})`;

function exportOf(row: OrganizationExportEntity): StoredExport {
  const { id, state, progress, orderedAt, orderedByName, size, sha256, storageKey } = row;
  return {
    ...{ id, state, progress, orderedByName, sha256, storageKey },
    files: row.files,
    missing: row.missing,
    size: size === null ? null : Number(size),
    orderedAt: orderedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
