import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PendingObjects, queryRows, type RequestContext } from '../../../kernel';
import { ApplicationDocumentEntity } from '../entities/application-document.entity';
import { OrganizationEntity } from '../entities/organization.entity';
import type { Application, StoredDocument } from './application';

type Tenant = Pick<RequestContext, 'organizationId'>;

interface ChangedApplication {
  /** The version that was seen. */
  readonly version: number;
  readonly name: string;
  readonly creditCode: string | null;
  /** Asks again, after a refusal. */
  readonly isHandedIn?: boolean;
}

/** What an organization handed in, as its own people see it. */
@Injectable()
export class ApplicationsRepository {
  constructor(private readonly pending: PendingObjects) {}

  async find(manager: EntityManager, { organizationId }: Tenant): Promise<Application> {
    const found = await manager.findOneByOrFail(OrganizationEntity, { id: organizationId });
    const { kind, name, creditCode, state, stateReason, stateSince, version } = found;
    const documents = await this.documents(manager, { organizationId });
    const since = stateSince.toISOString();
    return { kind, name, creditCode, state, reason: stateReason, since, documents, version };
  }

  /** In the order in which they came. */
  async documents(manager: EntityManager, { organizationId }: Tenant): Promise<StoredDocument[]> {
    const found = await manager.find(ApplicationDocumentEntity, {
      where: { organizationId },
      order: { uploadedAt: 'ASC', id: 'ASC' },
    });
    return found.map(({ size, uploadedAt, ...document }) => ({
      ...document,
      size: Number(size),
      uploadedAt: uploadedAt.toISOString(),
    }));
  }

  /**
   * The state is the database's to change: by its function, where it allows it.
   * @returns false where the application is closed or another version by now
   */
  async change(manager: EntityManager, changed: ChangedApplication): Promise<boolean> {
    const { version, name, creditCode, isHandedIn = false } = changed;
    const [row] = await queryRows<{ version: number | null }>(
      manager,
      'SELECT app.change_application($1, $2, $3, $4) AS version',
      [version, name, creditCode, isHandedIn],
    );
    return typeof row?.version === 'number';
  }

  async insertDocument(
    manager: EntityManager,
    { organizationId }: Tenant,
    document: Omit<StoredDocument, 'uploadedAt'> & { readonly uploadedBy: string },
  ): Promise<void> {
    await this.pending.record(manager, { organizationId }, document.storageKey);
    await manager.insert(ApplicationDocumentEntity, {
      organizationId,
      ...document,
      size: String(document.size),
    });
  }

  async removeDocument(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, storageKey }: StoredDocument,
  ): Promise<void> {
    await manager.delete(ApplicationDocumentEntity, { organizationId, id });
    await this.pending.release(manager, { organizationId }, [storageKey]);
  }
}
