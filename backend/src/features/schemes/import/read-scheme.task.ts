import type { Scheme } from '@liangxing/scheme';
import {
  draftSchemeTable,
  schemeFromTable,
  SchemeTableError,
  type SchemeTable,
  type TableProblem,
} from '@liangxing/scheme/loader';
import { SPREADSHEET_LIMITS, type Sheet } from '@liangxing/spreadsheet';
import { bestSheetBy, tableKindOf, type TableKind } from '@liangxing/tables';
import { readFile } from 'node:fs/promises';
import { readTable } from '../../../kernel/table-files';
import { readForeignScoring, type ForeignScoring } from './foreign-scoring';
import { isSchemeWorkbook, prepareSheets } from './prepare-sheets';

interface SchemeFile {
  readonly path: string;
  readonly fileName: string;
  readonly maxBytes: number;
}

/** What a file is to the page of schemes. */
export type ReadScheme =
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  | { readonly kind: 'problems'; readonly problems: readonly TableProblem[] }
  /** A scoring table in somebody else's shape. */
  | { readonly kind: 'foreign'; readonly foreign: Omit<ForeignScoring, 'draft'> }
  /** No scoring table at all. */
  | { readonly kind: 'other'; readonly what: TableKind };

const sheetsOf = async ({ path, maxBytes }: SchemeFile): Promise<readonly Sheet[]> =>
  (await readTable(await readFile(path), { ...SPREADSHEET_LIMITS, bytes: maxBytes })).sheets;

function fromTable(sheets: readonly Sheet[]): ReadScheme {
  try {
    return { kind: 'scheme', scheme: schemeFromTable(prepareSheets(sheets)) };
  } catch (error) {
    if (error instanceof SchemeTableError) return { kind: 'problems', problems: error.problems };
    throw error;
  }
}

/** The kind that most of the file is: that of its longest sheet. */
function kindOf(sheets: readonly Sheet[]): TableKind {
  const longest = sheets[bestSheetBy(sheets, (_, { rows }) => rows.length)];
  return longest === undefined ? 'unknown' : tableKindOf(longest);
}

/** The scheme that a file holds, or everything that is wrong with it, or what else it is. */
export async function readSchemeFile(input: SchemeFile): Promise<ReadScheme> {
  const sheets = await sheetsOf(input);
  if (isSchemeWorkbook(sheets)) return fromTable(sheets);
  const foreign = readForeignScoring(sheets, input.fileName);
  if (foreign !== undefined) {
    const { draft: _draft, ...told } = foreign;
    return { kind: 'foreign', foreign: told };
  }
  const what = kindOf(sheets);
  return what === 'unknown' ? fromTable(sheets) : { kind: 'other', what };
}

/** A foreign scoring table in our own shape, to be completed; null where there is none in the file. */
export async function draftScheme(input: SchemeFile): Promise<SchemeTable | null> {
  const foreign = readForeignScoring(await sheetsOf(input), input.fileName);
  return foreign === undefined ? null : draftSchemeTable(foreign.draft);
}
