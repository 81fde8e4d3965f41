import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { queryRows } from '../../kernel/database/query-rows';

/** Whether everything that is printed for it must say that it is a sample. */
export async function isSampleOrganization(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
): Promise<boolean> {
  const [row] = await queryRows<{ isSample: boolean }>(
    manager,
    `SELECT is_sample AS "isSample" FROM organizations WHERE id = $1`,
    [organizationId],
  );
  return row?.isSample ?? false;
}
