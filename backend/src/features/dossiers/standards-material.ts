import type { Places } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel/database/query-rows';
import type { RequestContext } from '../../kernel';
import { statusExpression } from '../standards';
import type { StandardMaterial } from './dossier-material';

/**
 * The register in its order, with the status that each standard has on a day.
 * @param places codes by standard id in the enterprise's own system; null: it has none
 */
export async function standardsMaterial(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
  today: string,
  places: Places | null,
): Promise<StandardMaterial[]> {
  const rows = await queryRows<Omit<StandardMaterial, 'nodes'>>(
    manager,
    `SELECT id, position, system_code AS "systemCode", number, title, level, kind,
       issued_on::text AS "issuedOn", in_force_on::text AS "inForceOn",
       withdrawn_on::text AS "withdrawnOn", ${statusExpression('$2')} AS status, department,
       adopted_number AS "adoptedNumber", adoption_degree AS "adoptionDegree",
       replaces_number AS "replacesNumber", cited_numbers AS "citedNumbers", note,
       is_planned AS "isPlanned", jsonb_array_length(problems) AS problems
     FROM standards s WHERE organization_id = $1 ORDER BY position, id`,
    [organizationId, today],
  );
  return rows.map((row) => ({
    ...row,
    nodes: places === null ? null : (places.get(row.id) ?? []),
  }));
}
