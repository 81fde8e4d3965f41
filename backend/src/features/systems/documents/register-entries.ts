import type { IsoDate } from '@liangxing/scheme';
import { printedNumber } from '@liangxing/standard-number';
import type { Places } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { queryRows } from '../../../kernel/database/query-rows';
import { statusExpression } from '../../standards';

/** An entry of the register as lists, counts and checks need it. */
export interface RegisterEntry {
  readonly id: string;
  readonly position: number;
  readonly systemCode: string;
  /** Codes of its nodes in the structure, the main one first; null where there is no structure. */
  readonly nodes: readonly string[] | null;
  /** As documents print it, however it was typed. */
  readonly number: string;
  readonly title: string;
  readonly level: string;
  readonly kind: string | null;
  readonly issuedOn: IsoDate | null;
  readonly inForceOn: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly status: string;
  readonly department: string;
  readonly adoptedNumber: string;
  readonly adoptionDegree: string | null;
  readonly replacesNumber: string;
  readonly citedNumbers: string;
  readonly note: string;
  readonly isPlanned: boolean;
  readonly problems: number;
}

/**
 * The register in its order, with the status that each standard has on a day.
 * @param places codes by standard id in the enterprise's own system; null: it has none
 */
export async function registerEntries(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
  today: string,
  places: Places | null,
): Promise<RegisterEntry[]> {
  const rows = await queryRows<Omit<RegisterEntry, 'nodes'>>(
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
    number: printedNumber(row.number),
    nodes: places === null ? null : (places.get(row.id) ?? []),
  }));
}
