import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { OrganizationEntity } from './entities/organization.entity';

/** Whether everything that is printed for it must say that it is a sample. */
export function isSampleOrganization(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
): Promise<boolean> {
  return manager.existsBy(OrganizationEntity, { id: organizationId, isSample: true });
}
