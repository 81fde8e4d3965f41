import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel/database/query-rows';
import type { RequestContext } from '../../kernel';
import type { StandardMaterial } from './dossier-material';

interface StandardRow extends Omit<StandardMaterial, 'status'> {
  readonly claimed: string | null;
}

/** The register in its order, with the status that each standard has on a day. */
export async function standardsMaterial(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
  today: string,
): Promise<StandardMaterial[]> {
  const rows = await queryRows<StandardRow>(
    manager,
    `SELECT id, position, system_code AS "systemCode", number, title, level, kind,
       issued_on::text AS "issuedOn", in_force_on::text AS "inForceOn",
       withdrawn_on::text AS "withdrawnOn", status_claimed AS claimed, department,
       adopted_number AS "adoptedNumber", adoption_degree AS "adoptionDegree",
       replaces_number AS "replacesNumber", cited_numbers AS "citedNumbers", note,
       is_planned AS "isPlanned", jsonb_array_length(problems) AS problems
     FROM standards WHERE organization_id = $1 ORDER BY position, id`,
    [organizationId],
  );
  return rows.map(({ claimed, ...row }) => ({ ...row, status: statusOn(today, row, claimed) }));
}

/** Dates count before claims: a standard past its last day is withdrawn whatever was claimed. */
function statusOn(
  today: string,
  { inForceOn, withdrawnOn }: Pick<StandardMaterial, 'inForceOn' | 'withdrawnOn'>,
  claimed: string | null,
): string {
  if (withdrawnOn !== null && withdrawnOn <= today)
    return claimed === 'replaced' ? 'replaced' : 'withdrawn';
  if (claimed === 'replaced' || claimed === 'withdrawn') return claimed;
  if (inForceOn !== null && inForceOn > today) return 'upcoming';
  return claimed === 'current' ? 'current' : 'unknown';
}
