import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Quotas, removeVersion, updateVersion, type RequestContext } from '../../kernel';
import { TemplateEntity } from './entities/template.entity';
import type { Template, TemplateHead } from './template';
import { TemplateFilesRepository } from './template-files.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Writer = Pick<RequestContext, 'organizationId' | 'userName'>;
type Written = Pick<Template, 'name' | 'note' | 'content' | 'entries' | 'isArchived'>;

const HEAD = {
  ...{ id: true, version: true, kind: true, name: true, note: true, entries: true },
  ...{ isArchived: true, updatedAt: true, updatedByName: true },
} as const;

/** Every question to the templates of a consultancy. */
@Injectable()
export class TemplatesRepository {
  constructor(
    private readonly quotas: Quotas,
    private readonly files: TemplateFilesRepository,
  ) {}

  /** The latest change first; without the contents. */
  list(manager: EntityManager, { organizationId }: Tenant): Promise<TemplateHead[]> {
    return manager.find(TemplateEntity, {
      select: HEAD,
      where: { organizationId },
      order: { updatedAt: 'DESC', id: 'ASC' },
    });
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Template | null> {
    const found = await manager.findOne(TemplateEntity, {
      select: { ...HEAD, content: true },
      where: { organizationId, id },
    });
    if (found === null) return null;
    return { ...found, files: await this.files.list(manager, { organizationId }, id) };
  }

  async insert(
    manager: EntityManager,
    { organizationId, userName }: Writer,
    template: Pick<Template, 'id' | 'kind' | 'name' | 'note' | 'content' | 'entries'>,
  ): Promise<void> {
    await this.quotas.require(manager, organizationId, 'templates');
    const row = { ...template, organizationId, version: 1, updatedByName: userName };
    await manager.insert(TemplateEntity, row);
  }

  /** @returns false where another version is stored */
  update(
    manager: EntityManager,
    { organizationId, userName }: Writer,
    { id, version }: Pick<Template, 'id' | 'version'>,
    { name, note, content, entries, isArchived }: Written,
  ): Promise<boolean> {
    const values = { name, note, content, entries, isArchived, updatedAt: () => 'now()' };
    const place = { organizationId, id, version };
    return updateVersion(manager, TemplateEntity, place, { ...values, updatedByName: userName });
  }

  /** With its files, whose objects are to be released. @returns false where another version is stored */
  remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Pick<Template, 'id' | 'version'>,
  ): Promise<boolean> {
    return removeVersion(manager, TemplateEntity, { organizationId, id, version });
  }
}
