/** Where a table belongs that does not look like the list into which somebody brings it. */
import {
  RECORD_KIND_IDS,
  recordKind,
  type OtherDoor,
  type RecordKindId,
} from '@liangxing/contracts';
import type { Sheet } from '@liangxing/spreadsheet';
import { beginningOf, tableKindOf, type TableKind } from '@liangxing/tables';
import {
  hasTitle,
  ID_COLUMN,
  knownColumns,
  pointsOf,
  recogniseHeads,
  type RecognisedHeads,
} from './recognise-heads';

/** So many known columns make a list, whatever else the table looks like. */
const ENOUGH_COLUMNS = 3;
/** So much better another list has to fit. */
const CLEARLY_BETTER = 2;

export interface Misplaced extends OtherDoor {
  readonly list: RecordKindId | null;
  readonly code:
    'table_is_standards' | 'table_is_scoring' | 'table_is_list' | 'table_is_key_values';
}

const of = (
  code: Misplaced['code'],
  door: OtherDoor['door'],
  canTakeAnyway: boolean,
  list: RecordKindId | null = null,
): Misplaced => ({ code, door, list, canTakeAnyway });

/** A column of the list itself holds the numbers: 检查依据, 涉及标准. */
const asksForStandards = (kind: RecordKindId, { columns }: RecognisedHeads): boolean =>
  recordKind(kind).fields.some(
    ({ id, type }) => type === 'standard' && columns.some(({ field }) => field === id),
  );

function otherList(kind: RecordKindId, sheet: Sheet, own: number): RecordKindId | undefined {
  const ranked = RECORD_KIND_IDS.filter((id) => id !== kind)
    .map((id) => ({ id, heads: recogniseHeads(id, sheet) }))
    .filter(({ id, heads }) => hasTitle(id, heads) && knownColumns(heads) >= ENOUGH_COLUMNS)
    .map(({ id, heads }) => ({ id, points: pointsOf(id, heads) }))
    .sort((a, b) => b.points - a.points);
  return ranked[0] && ranked[0].points >= own + CLEARLY_BETTER ? ranked[0].id : undefined;
}

function misplacedAs(
  what: TableKind,
  kind: RecordKindId,
  heads: RecognisedHeads,
): Misplaced | undefined {
  const isListed = hasTitle(kind, heads);
  if (what === 'standards' && !(isListed && asksForStandards(kind, heads)))
    return of('table_is_standards', 'standards', isListed);
  if (what === 'scoring' && !(isListed && knownColumns(heads) >= ENOUGH_COLUMNS))
    return of('table_is_scoring', 'schemes', isListed);
  if (what === 'key_values' && !isListed) return of('table_is_key_values', null, false);
  return what === 'laws' && kind !== 'laws' && !isListed
    ? of('table_is_list', 'records', false, 'laws')
    : undefined;
}

/** Undefined where the table may be the list that is asked for. */
export function misplacedTable(
  kind: RecordKindId,
  sheet: Sheet,
  heads: RecognisedHeads,
): Misplaced | undefined {
  const isOwnExport = heads.columns.some(({ field }) => field === ID_COLUMN);
  const beginning = beginningOf(sheet);
  const as = isOwnExport ? undefined : misplacedAs(tableKindOf(beginning), kind, heads);
  if (as !== undefined) return as;
  const better = otherList(kind, beginning, pointsOf(kind, heads));
  return better && of('table_is_list', 'records', hasTitle(kind, heads), better);
}
