import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { EnterpriseProfileEntity } from './entities/enterprise-profile.entity';
import { MembershipEntity } from './entities/membership.entity';
import { OrganizationEntity } from './entities/organization.entity';
import type { Organization } from './organization';

@Injectable()
export class OrganizationsRepository {
  /** Also makes its empty profile and its first owner. */
  async insert(
    manager: EntityManager,
    organization: { id: string; name: string; isSample: boolean; ownerId: string },
  ): Promise<void> {
    const { id, name, isSample, ownerId } = organization;
    await manager.insert(OrganizationEntity, { id, name, isSample });
    await manager.insert(MembershipEntity, { organizationId: id, userId: ownerId, role: 'owner' });
    await manager.insert(EnterpriseProfileEntity, { organizationId: id, profile: { name } });
  }

  async find(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId' | 'role'>,
  ): Promise<Organization | null> {
    const row = await manager.findOneBy(OrganizationEntity, { id: context.organizationId });
    if (row === null) return null;
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      isSample: row.isSample,
      role: context.role,
      createdAt: row.createdAt.toISOString(),
    };
  }

  async rename(manager: EntityManager, organizationId: string, name: string): Promise<void> {
    await manager.update(OrganizationEntity, { id: organizationId, name: Not(name) }, { name });
  }
}

/** Whether everything that is printed for it must say that it is a sample. */
export function isSampleOrganization(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
): Promise<boolean> {
  return manager.existsBy(OrganizationEntity, { id: organizationId, isSample: true });
}
