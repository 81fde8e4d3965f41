/** What rows of a file change in the catalogue. No I/O. */
import {
  mergeFigures,
  NOTHING_KNOWN,
  type KnownFigures,
  type Provenance,
} from '../catalogue-entry';
import { searchTitleOf, titleGramsOf } from '../catalogue-keys';
import type { CatalogueRow, RowProblem } from './read-catalogue-table';

export interface CatalogueCounts {
  inserted: number;
  changed: number;
  unchanged: number;
}

interface JudgedRows {
  /** Entries that are new or change, as they are to be known. */
  readonly written: readonly { readonly row: CatalogueRow; readonly figures: KnownFigures }[];
  readonly taken: readonly CatalogueRow[];
  readonly problems: readonly RowProblem[];
}

/** @param counts is added to */
export function judgeRows(
  rows: readonly CatalogueRow[],
  known: ReadonlyMap<string, KnownFigures>,
  provenance: Provenance,
  counts: CatalogueCounts,
): JudgedRows {
  const problems: RowProblem[] = [];
  const written: { row: CatalogueRow; figures: KnownFigures }[] = [];
  const taken: CatalogueRow[] = [];
  for (const row of rows) {
    const before = known.get(row.keys.identityKey);
    const merge = mergeFigures(before ?? NOTHING_KNOWN, row.figures, provenance);
    if (merge.kind === 'contradiction') {
      const { issuedOn, inForceOn, withdrawnOn } = row.figures;
      const text = `${row.keys.number}: ${[issuedOn, inForceOn, withdrawnOn].filter(Boolean).join(' → ')}`;
      const { sheet, rowNumber } = row;
      const place = sheet === undefined ? { rowNumber } : { sheet, rowNumber };
      problems.push({ ...place, code: 'contradicts_catalogue', text });
      continue;
    }
    taken.push(row);
    if (merge.kind === 'unchanged' && before !== undefined) {
      counts.unchanged += 1;
      continue;
    }
    counts[before === undefined ? 'inserted' : 'changed'] += 1;
    written.push({ row, figures: merge.kind === 'changed' ? merge.figures : NOTHING_KNOWN });
  }
  return { written, taken, problems };
}

/** An entry as it is stored, with what a search compares. */
export function entryOf({ row, figures }: JudgedRows['written'][number]): object {
  const searchTitle = searchTitleOf(figures.title, figures.englishTitle);
  return { ...row.keys, ...figures, searchTitle, titleGrams: titleGramsOf(searchTitle) };
}

/** Sheet by sheet as they were read, each from the top. */
export function inOrder(problems: readonly RowProblem[]): RowProblem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  return [...problems].sort(
    (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.rowNumber - b.rowNumber,
  );
}

/** How many rows have a problem. */
export const refusedRows = (problems: readonly RowProblem[]): number =>
  new Set(problems.map(({ sheet = '', rowNumber }) => `${sheet}!${rowNumber}`)).size;
