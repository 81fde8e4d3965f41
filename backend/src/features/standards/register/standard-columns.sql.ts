/** Columns of `standards` beside the properties of a row: every statement is made from this one list. */
import { createHash, randomUUID } from 'node:crypto';
import { joinedColumns, packColumns, unpackColumns, unpackParts } from '../../../kernel/pure';
import { deriveFacts } from './derive-facts';
import { dueCondition } from './due-condition';
import type { StandardRecord } from './standard-record';

export const STANDARD_COLUMNS = [
  ['systemCode', 'system_code', 'text'],
  ['systemCodeKey', 'system_code_key', 'text'],
  ['number', 'number', 'text'],
  ['normalizedNumber', 'normalized_number', 'text'],
  ['numberKey', 'number_key', 'text'],
  ['searchNumber', 'search_number', 'text'],
  ['identityKey', 'identity_key', 'text'],
  ['numberKind', 'number_kind', 'text'],
  ['level', 'level', 'text'],
  ['title', 'title', 'text'],
  ['englishTitle', 'english_title', 'text'],
  ['issuedOn', 'issued_on', 'date'],
  ['inForceOn', 'in_force_on', 'date'],
  ['withdrawnOn', 'withdrawn_on', 'date'],
  ['statusClaimed', 'status_claimed', 'text'],
  ['statusCheckedOn', 'status_checked_on', 'date'],
  ['statusSource', 'status_source', 'text'],
  ['department', 'department', 'text'],
  ['kind', 'kind', 'text'],
  ['adoptedNumber', 'adopted_number', 'text'],
  ['adoptionDegree', 'adoption_degree', 'text'],
  ['replacesNumber', 'replaces_number', 'text'],
  ['replacesKeys', 'replaces_keys', 'text[]'],
  ['citedNumbers', 'cited_numbers', 'text'],
  ['ccs', 'ccs', 'text'],
  ['ics', 'ics', 'text'],
  ['note', 'note', 'text'],
  ['isPlanned', 'is_planned', 'boolean'],
  ['problems', 'problems', 'jsonb'],
] as const;

/** The column of a record's field. */
export function columnOf(field: keyof StandardRecord): string {
  const found = STANDARD_COLUMNS.find(([property]) => property === field);
  if (found === undefined) throw new Error(`no column holds ${field}`);
  return found[1];
}

/** A row as it is written. */
export type StoredValues = StandardRecord & ReturnType<typeof deriveFacts>;

export function storedValuesOf(record: StandardRecord): StoredValues {
  return { ...record, ...deriveFacts(record) };
}

export const newStandardId = (): string => randomUUID();

/** `system_code, …` */
const columnNames = STANDARD_COLUMNS.map(([, column]) => column);
const NULLABLE = new Set(['normalizedNumber', 'statusClaimed', 'kind', 'adoptionDegree']);

/** The value of a column out of a row `r` of packed texts, which are null where they are empty. */
function unpacked([property, , type]: (typeof STANDARD_COLUMNS)[number]): string {
  const text = `r."${property}"`;
  if (type === 'date') return `${text}::date`;
  if (type === 'boolean') return `coalesce(${text}::boolean, false)`;
  if (type === 'jsonb') return `coalesce(${text}::jsonb, '[]')`;
  if (type === 'text[]') return unpackParts(text);
  return NULLABLE.has(property) ? text : `coalesce(${text}, '')`;
}

/** What is known of a standard that is written: the version it stood in, null where it is new. */
interface WrittenStandard {
  readonly id: string;
  readonly version: number | null;
}

/** Who is written, as `packColumns` takes it; of an import with its row, and the record that it replaces. */
export const WRITTEN_FIELDS = ['id', 'version', 'rowNumber', 'before'] as const;
/** What is written. Positions are of new standards, from 0. */
const STORED_FIELDS = ['position', ...STANDARD_COLUMNS.map(([property]) => property)] as const;
/** Changes with what is packed. */
export const STORED_FORMAT = createHash('sha256')
  .update(STORED_FIELDS.join())
  .digest('hex')
  .slice(0, 8);

export const packWritten = (
  rows: readonly (WrittenStandard & {
    readonly rowNumber?: number;
    readonly before?: StandardRecord | null;
  })[],
): string => packColumns(rows, WRITTEN_FIELDS);

export const packStored = (
  rows: readonly (StoredValues & { readonly position: number | null })[],
): string => packColumns(rows, STORED_FIELDS);

/** @param source a relation with the texts `written` and `to_write`, packed by the functions above */
export const packedStandards = (source: string): string =>
  `${source} ${unpackColumns(joinedColumns('p.written', 'p.to_write'), 'r', [...WRITTEN_FIELDS, ...STORED_FIELDS])}`;

/** Adds those without a version; parameter 1 is the organization, 2 is added to each position. */
export const insertPacked = (source: string): string =>
  `INSERT INTO standards (organization_id, id, position, ${columnNames.join(', ')})
   SELECT $1::uuid, r.id::uuid, $2::integer + r.position::integer, ${STANDARD_COLUMNS.map(unpacked).join(', ')}
   FROM ${packedStandards(source)} WHERE r.version IS NULL`;

/** Writes over those that still stand in their version; parameters as above. */
export const updatePacked = (source: string): string =>
  `UPDATE standards s SET version = s.version + 1, updated_at = now(),
     (${columnNames.join(', ')}) = ROW(${STANDARD_COLUMNS.map(unpacked).join(', ')})
   FROM ${packedStandards(source)}
   WHERE s.organization_id = $1 AND s.id = r.id::uuid AND s.version = r.version::integer
     AND $2::integer IS NOT NULL
   RETURNING s.id, s.version`;

const selected = (property: string, column: string, type: string): string =>
  type === 'date'
    ? `to_char(s.${column}, 'YYYY-MM-DD') AS "${property}"`
    : `s.${column} AS "${property}"`;

/** Everything of a standard in its property names; dates as text, whatever the time zone of the process. */
const selectColumns = [
  's.id',
  's.version',
  's.position',
  ...STANDARD_COLUMNS.map(([property, column, type]) => selected(property, column, type)),
  's.updated_at AS "updatedAt"',
].join(', ');

const ownDue = (day: string): string =>
  dueCondition({
    issuedOn: 's.issued_on',
    checkedOn: 's.status_checked_on',
    identity: 's.identity_key',
    day,
  });

/** By its own word the row was to come into force, so long ago that it should be; `day` as below. */
export const ownDueExpression = (
  day: string,
): string => `(s.status_claimed IS NOT DISTINCT FROM 'upcoming'
  AND s.in_force_on IS NULL AND s.withdrawn_on IS NULL AND NOT s.is_planned AND s.status_checked_on IS NOT NULL
  AND ${ownDue(day)})`;

/**
 * Status on a day by what the register itself holds, `$day` being the number of its parameter. Out of force by date or
 * by the company's own word counts at once; in force counts only with evidence: the company's own standards by their
 * date or its word, all others by a claim with the day on which it was checked; 即将实施 only until it is due. The
 * withdrawal day itself is already out.
 */
export const ownStatusExpression = (day: string): string => `CASE
  WHEN s.withdrawn_on <= ${day}::date THEN CASE WHEN s.status_claimed = 'replaced' OR EXISTS (
      SELECT FROM standards n WHERE n.organization_id = s.organization_id
        AND n.replaces_keys @> ARRAY[s.identity_key]) THEN 'replaced' ELSE 'withdrawn' END
  WHEN s.status_claimed IN ('replaced', 'withdrawn') THEN s.status_claimed
  WHEN s.is_planned THEN 'unknown'
  WHEN s.in_force_on > ${day}::date THEN 'upcoming'
  WHEN s.level = 'enterprise' AND (s.in_force_on IS NOT NULL OR s.status_claimed = 'current')
    THEN 'current'
  WHEN s.status_claimed = 'current' AND s.status_checked_on <= ${day}::date THEN 'current'
  WHEN s.status_claimed = 'upcoming' AND s.in_force_on IS NULL AND s.status_checked_on <= ${day}::date
    AND NOT ${ownDueExpression(day)} THEN 'upcoming'
  ELSE 'unknown' END`;

/**
 * Status on a day: what the register itself knows to be out of force, then what the last currency check found in the
 * catalogue, then the rest of the register's own evidence. 即将废止 is still in force.
 */
export const statusExpression = (day: string): string => `CASE
  WHEN s.checked_status IS NULL OR s.checked_status IN ('unknown', 'unpublished') OR s.is_planned
    OR s.withdrawn_on <= ${day}::date OR s.status_claimed IN ('replaced', 'withdrawn')
    THEN ${ownStatusExpression(day)}
  WHEN s.checked_status = 'ending' THEN 'current'
  ELSE s.checked_status END`;

/** Rows of the register as `s`; parameters: 1 the organization, 2 the day. */
export const selectStandards = `SELECT ${selectColumns}, ${statusExpression('$2')} AS status,
  (SELECT count(*)::int FROM evidence_standard_links l
   WHERE l.organization_id = s.organization_id AND l.standard_id = s.id) AS "evidenceCount"
  FROM standards s`;

/** The same with what the last currency check found, for an export. */
export const selectForExport = selectStandards.replace(
  'SELECT ',
  `SELECT s.checked_status AS "checkedStatus",
  to_char(s.checked_status_on, 'YYYY-MM-DD') AS "checkedStatusOn", `,
);

/** One of them; its id is parameter 3. */
export const selectOneStandard = `${selectStandards}
  WHERE s.organization_id = $1 AND $2::date IS NOT NULL AND s.id = $3`;
