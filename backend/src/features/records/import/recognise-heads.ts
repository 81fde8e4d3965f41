import { recordKind, type RecordField, type RecordKindId } from '@liangxing/contracts';
import type { Sheet } from '@liangxing/spreadsheet';

/** What a column carries: a field of the list, our own id of a record, or nothing that we know. */
export interface HeadColumn {
  readonly index: number;
  readonly head: string;
  readonly field: string | null;
}

export interface RecognisedSheet {
  readonly columns: readonly HeadColumn[];
  /** Rows below the head. */
  readonly rows: Sheet['rows'];
}

/** Column of an export that names the record; what it holds leads an import back to it. */
export const ID_HEAD = { zh: '良行标识', en: 'Liangxing id' } as const;
export const ID_COLUMN = '#id';

const ROWS_SEARCHED = 20;
/** A head is a few words; of a text the beginning is compared. */
const LONGEST_HEAD = 100;

/** Heads are compared without blanks, marks and width. */
export const headKey = (text: string): string =>
  text
    .slice(0, LONGEST_HEAD)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:_]+/g, '');

const isNamed = (names: readonly string[], key: string): boolean =>
  names.some((name) => headKey(name) === key);

const labelsOf = ({ id, label }: RecordField): readonly string[] => [id, label.zh, label.en];

/** Own labels first: a synonym of one field may be the label of another. Each field once, from the left. */
function recognise(kind: RecordKindId, cells: readonly (string | undefined)[]): HeadColumn[] {
  const { fields } = recordKind(kind);
  const keys = cells.map((cell) => headKey(cell ?? ''));
  const found = new Map<number, string>();
  const claim = (names: (field: RecordField) => readonly string[]): void => {
    for (const field of fields) {
      if ([...found.values()].includes(field.id)) continue;
      const index = keys.findIndex(
        (key, at) => key !== '' && !found.has(at) && isNamed(names(field), key),
      );
      if (index >= 0) found.set(index, field.id);
    }
  };
  claim(labelsOf);
  const id = keys.findIndex((key) => isNamed(Object.values(ID_HEAD), key));
  if (id >= 0) found.set(id, ID_COLUMN);
  claim(({ synonyms = [] }) => synonyms);
  return Array.from(cells, (cell, index) => ({
    index,
    head: (cell ?? '').trim().slice(0, LONGEST_HEAD).trim(),
    field: found.get(index) ?? null,
  }));
}

const scoreOf = (kind: RecordKindId, columns: readonly HeadColumn[]): number =>
  columns.filter(({ field }) => field !== null).length +
  (columns.some(({ field }) => field === recordKind(kind).titleField) ? 2 : 0);

function bestOf(kind: RecordKindId, { rows }: Sheet): RecognisedSheet & { score: number } {
  let best = { columns: [] as HeadColumn[], rows, score: 0 };
  rows.slice(0, ROWS_SEARCHED).forEach(({ cells }, at) => {
    const columns = recognise(kind, cells);
    const score = scoreOf(kind, columns);
    if (score > best.score) best = { columns, rows: rows.slice(at + 1), score };
  });
  return best;
}

/** The sheet and the row that name most fields of the list; the first of equals. */
export function recogniseHeads(kind: RecordKindId, sheets: readonly Sheet[]): RecognisedSheet {
  const ranked = sheets
    .map((sheet) => ({ ...bestOf(kind, sheet), isHidden: sheet.isHidden }))
    .sort((left, right) => Number(left.isHidden) - Number(right.isHidden))
    .sort((left, right) => right.score - left.score);
  const [best] = ranked;
  return best === undefined
    ? { columns: [], rows: [] }
    : { columns: best.columns, rows: best.rows };
}
