import type { EnterpriseFacts } from '@liangxing/scoring';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { profileFigures } from '../organizations';

/** Size and industry of the enterprise, which some rules and routes depend on; from its profile. */
export async function enterpriseFacts(
  manager: EntityManager,
  tenant: Pick<RequestContext, 'organizationId'>,
): Promise<EnterpriseFacts> {
  const told = await profileFigures(manager, tenant);
  const size = (['large', 'medium', 'small'] as const).find((name) => name === told.size);
  const industry = (['industry', 'agriculture', 'services'] as const).find(
    (name) => name === told.industryKind,
  );
  return {
    ...(size === undefined ? {} : { size }),
    ...(industry === undefined ? {} : { industry }),
  };
}
