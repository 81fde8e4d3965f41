import type { EnterpriseFacts } from '@liangxing/scoring';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';

/** Size and industry of the enterprise, which some rules and routes depend on; from its profile. */
export async function enterpriseFacts(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
): Promise<EnterpriseFacts> {
  const rows = await queryRows<{ size: string | null; industry: string | null }>(
    manager,
    `SELECT profile->>'size' AS size, profile->>'industryKind' AS industry
     FROM enterprise_profiles WHERE organization_id = $1`,
    [organizationId],
  );
  const size = (['large', 'medium', 'small'] as const).find((name) => name === rows[0]?.size);
  const industry = (['industry', 'agriculture', 'services'] as const).find(
    (name) => name === rows[0]?.industry,
  );
  return {
    ...(size === undefined ? {} : { size }),
    ...(industry === undefined ? {} : { industry }),
  };
}
