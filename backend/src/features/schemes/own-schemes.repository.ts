import { Injectable } from '@nestjs/common';
import { takenOverId, type Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { Quotas, takeTurn, type RequestContext } from '../../kernel';
import { OrganizationSchemeEntity } from './entities/organization-scheme.entity';
import { hashesOfTable } from './own-scheme';

type Tenant = Pick<RequestContext, 'organizationId'>;

export interface OwnSchemeVersion {
  readonly id: string;
  readonly version: string;
  readonly number: number;
  /** Of the content, without its version. */
  readonly sha256: string;
  readonly fileName: string;
  readonly publishedAt: Date;
  readonly publishedBy: { readonly id: string; readonly name: string };
}

/** What a list shows; not the document. */
const FACTS = {
  id: true,
  version: true,
  number: true,
  sha256: true,
  fileName: true,
  publishedAt: true,
  publishedBy: true,
  publishedByName: true,
} as const;

/** Every query on the schemes of an organization. A version is written once and never changed. */
@Injectable()
export class OwnSchemesRepository {
  constructor(private readonly quotas: Quotas) {}

  /** By id, newest first. */
  async versions(manager: EntityManager, { organizationId }: Tenant): Promise<OwnSchemeVersion[]> {
    const found = await manager.find(OrganizationSchemeEntity, {
      select: FACTS,
      where: { organizationId },
      order: { id: 'ASC', number: 'DESC' },
    });
    return found.map(versionOf);
  }

  async newest(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<OwnSchemeVersion | null> {
    const found = await manager.findOne(OrganizationSchemeEntity, {
      select: FACTS,
      where: { organizationId, id },
      order: { number: 'DESC' },
    });
    return found && versionOf(found);
  }

  /** Which of the own versions a table is, in whichever way it was taken over by others; null: none of them. */
  async versionOf(
    manager: EntityManager,
    tenant: Tenant,
    table: Scheme,
  ): Promise<OwnSchemeVersion | null> {
    const own = await this.versions(manager, tenant);
    const isSame = ({ id, sha256 }: OwnSchemeVersion): boolean =>
      [id, takenOverId(id, tenant.organizationId)].includes(table.id) &&
      hashesOfTable({ ...table, id }).has(sha256);
    return own.find(isSame) ?? null;
  }

  async document(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: string,
  ): Promise<Scheme | null> {
    const found = await manager.findOneBy(OrganizationSchemeEntity, {
      organizationId,
      id,
      version,
    });
    return found?.document ?? null;
  }

  /** Until the transaction ends nobody else gives this scheme its next number. */
  async hold(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await takeTurn(manager, `organization_schemes ${organizationId} ${id}`);
  }

  async insert(
    manager: EntityManager,
    { organizationId, userId, userName }: RequestContext,
    scheme: Scheme,
    { number, sha256, fileName }: Pick<OwnSchemeVersion, 'number' | 'sha256' | 'fileName'>,
  ): Promise<OwnSchemeVersion> {
    await this.quotas.require(manager, organizationId, 'schemes');
    const row = manager.create(OrganizationSchemeEntity, {
      organizationId,
      id: scheme.id,
      version: scheme.version,
      number,
      sha256,
      fileName,
      publishedBy: userId,
      publishedByName: userName,
    });
    row.document = scheme;
    await manager.insert(OrganizationSchemeEntity, row);
    return versionOf(row);
  }
}

function versionOf(found: OrganizationSchemeEntity): OwnSchemeVersion {
  const { id, version, number, sha256, fileName, publishedAt, publishedBy, publishedByName } =
    found;
  const by = { id: publishedBy, name: publishedByName };
  return { id, version, number, sha256, fileName, publishedAt, publishedBy: by };
}
