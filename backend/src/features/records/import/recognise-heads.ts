import { recordKind, type RecordField, type RecordKindId } from '@liangxing/contracts';
import type { Sheet } from '@liangxing/spreadsheet';
import { headerKey, LONGEST_HEAD, type TableHead } from '@liangxing/tables';

/** What a column carries: a field of the list, our own id of a record, or nothing that we know. */
export interface HeadColumn {
  readonly index: number;
  readonly head: string;
  readonly field: string | null;
}

export interface RecognisedHeads extends TableHead {
  readonly columns: readonly HeadColumn[];
}

/** Column of an export that names the record; what it holds leads an import back to it. */
export const ID_HEAD = { zh: '良行标识', en: 'Liangxing id' } as const;
export const ID_COLUMN = '#id';

const ROWS_SEARCHED = 20;
/** A sentence is no head. */
const LONGEST_PHRASE = 24;

const isNamed = (names: readonly string[], key: string): boolean =>
  names.some((name) => headerKey(name) === key);

const labelsOf = ({ id, label }: RecordField): readonly string[] => [id, label.zh, label.en];

/**
 * Own labels first: a synonym of one field may be the label of another. Each field once, from the left. The title may
 * also be a part of a head: 法律法规及其他要求名称.
 */
function recognise(kind: RecordKindId, cells: readonly (string | undefined)[]): HeadColumn[] {
  const { fields, titleField } = recordKind(kind);
  const keys = Array.from(cells, (cell) => headerKey(cell ?? ''));
  const found = new Map<number, string>();
  const isTold = (field: string): boolean => [...found.values()].includes(field);
  const claim = (field: RecordField, test: (key: string) => boolean): void => {
    if (isTold(field.id)) return;
    const index = keys.findIndex((key, at) => key !== '' && !found.has(at) && test(key));
    if (index >= 0) found.set(index, field.id);
  };
  for (const field of fields) claim(field, (key) => isNamed(labelsOf(field), key));
  const id = keys.findIndex((key) => isNamed(Object.values(ID_HEAD), key));
  if (id >= 0) found.set(id, ID_COLUMN);
  for (const field of fields) claim(field, (key) => isNamed(field.synonyms ?? [], key));
  const title = fields.find((field) => field.id === titleField);
  // Only beside heads that are known: any sentence may hold the word 名称.
  if (title !== undefined && found.size > 0)
    claim(title, (key) => key.length <= LONGEST_PHRASE && isPartOf(title, key));
  return Array.from(cells, (cell, index) => ({
    index,
    head: (cell ?? '').trim().slice(0, LONGEST_HEAD).trim(),
    field: found.get(index) ?? null,
  }));
}

const isPartOf = ({ label, synonyms = [] }: RecordField, key: string): boolean =>
  [label.zh, ...synonyms].some((name) => key.endsWith(headerKey(name)));

/** How many columns of a list a table has. */
export const knownColumns = ({ columns }: RecognisedHeads): number =>
  columns.filter(({ field }) => field !== null && field !== ID_COLUMN).length;

export const hasTitle = (kind: RecordKindId, { columns }: RecognisedHeads): boolean =>
  columns.some(({ field }) => field === recordKind(kind).titleField);

/** The row that names most fields of the list; the first of equals. */
export function recogniseHeads(kind: RecordKindId, { rows }: Sheet): RecognisedHeads {
  let best: RecognisedHeads = { headerRow: 0, headerRows: 0, columns: [] };
  let bestScore = 0;
  for (const { number, cells } of rows.slice(0, ROWS_SEARCHED)) {
    const found = { headerRow: number, headerRows: 1, columns: recognise(kind, cells) };
    const score = pointsOf(kind, found);
    if (score > bestScore) [best, bestScore] = [found, score];
  }
  return best;
}

/** What a table is worth as this list: its known columns, and its title twice more. */
export const pointsOf = (kind: RecordKindId, heads: RecognisedHeads): number =>
  heads.columns.filter(({ field }) => field !== null).length + (hasTitle(kind, heads) ? 2 : 0);
