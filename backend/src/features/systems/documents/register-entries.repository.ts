import type { EntityManager } from 'typeorm';
import { queryJson, type RequestContext } from '../../../kernel';
import { statusExpression } from '../../standards';

/** The register in its order, with the status that each standard has on a day; for `entriesOf` to read; SQL makes one text. */
export async function registerEntries(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
  today: string,
): Promise<string> {
  const { text } = await queryJson(
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
  return text;
}
