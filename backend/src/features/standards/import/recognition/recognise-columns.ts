/** Finds the head of a table and what its columns carry. A proposal: the person may map every column anew. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { LONGEST_TEXT, parseStandardNumber } from '@liangxing/standard-number';
import {
  AMBIGUOUS_HEADS,
  FIELD_DESCRIPTIONS,
  headerKey,
  IGNORED_HEADS,
  IMPORT_FIELDS,
  LONGEST_HEAD,
  type ImportField,
} from './import-fields';
import { readDate } from './read-date';

export interface RecognisedColumn {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly field: ImportField | null;
  /** 0 … 1; 0 where nothing is proposed. */
  readonly confidence: number;
  readonly samples: readonly string[];
}

export interface RecognisedTable {
  /** Number of the (first) head row; 0: the table has none. */
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly RecognisedColumn[];
}

interface Proposal {
  readonly field: ImportField | null;
  readonly confidence: number;
}

const NOTHING: Proposal = { field: null, confidence: 0 };
const ROWS_SEARCHED_FOR_HEAD = 40;
const SAMPLES = 5;
const ROWS_SAMPLED = 60;

function exactWord(key: string): ImportField | undefined {
  return IMPORT_FIELDS.find((field) => FIELD_DESCRIPTIONS[field].words.includes(key));
}

function longestPart(key: string): ImportField | undefined {
  let best: ImportField | undefined;
  let length = 0;
  for (const field of IMPORT_FIELDS)
    for (const part of FIELD_DESCRIPTIONS[field].parts)
      if (part.length > length && key.includes(part)) [best, length] = [field, part.length];
  return best;
}

/** What one head means by its words alone. */
export function proposeByHead(head: string): Proposal {
  const key = headerKey(head);
  if (key === '' || IGNORED_HEADS.has(key)) return NOTHING;
  if (AMBIGUOUS_HEADS.has(key)) return NOTHING;
  const exact = exactWord(key);
  if (exact) return { field: exact, confidence: 1 };
  const plain = headerKey(head.replace(/[（(［[【].*?[)）\]］】]/g, ''));
  const withoutBrackets = exactWord(plain);
  if (withoutBrackets) return { field: withoutBrackets, confidence: 0.95 };
  // A sentence is no head.
  if (key.length > 24) return NOTHING;
  const part = longestPart(key);
  return part ? { field: part, confidence: 0.7 } : NOTHING;
}

/** A head of two rows: the group above tells what 编号, 名称, 程度 below it belong to. */
function proposeByGroup(group: string, head: string): Proposal {
  if (group === '' || headerKey(group) === headerKey(head)) return proposeByHead(head);
  if (head === '') return proposeByHead(group);
  const key = headerKey(head);
  const outer = proposeByHead(group).field;
  if (outer === 'adoptedNumber') {
    if (/程度|关系|degree/.test(key)) return { field: 'adoptionDegree', confidence: 0.9 };
    if (/名称|name|title/.test(key)) return NOTHING;
    return { field: 'adoptedNumber', confidence: 0.9 };
  }
  if (outer === 'replacesNumber')
    return /名称/.test(key) ? NOTHING : { field: outer, confidence: 0.8 };
  if (/日期|时间|date/.test(headerKey(group))) {
    const combined = proposeByHead(head + group);
    return combined.field ? { ...combined, confidence: 0.9 } : NOTHING;
  }
  const own = proposeByHead(head);
  return own.field ? own : proposeByHead(group + head);
}

const isNumber = (text: string): boolean => {
  if (text.length > LONGEST_TEXT) return false;
  const { kind } = parseStandardNumber(text);
  return kind === 'standard' || kind === 'plan';
};
const isSystemCode = (text: string): boolean =>
  /^[A-Za-z]{0,4}[\s.-]?\d{1,4}([.-]\d{1,4}){0,4}$/.test(text.trim());

function valuesOf(rows: readonly SheetRow[], index: number): string[] {
  const values: string[] = [];
  for (const row of rows) {
    const value = row.cells[index]?.trim();
    if (value) values.push(value);
    if (values.length >= ROWS_SAMPLED) break;
  }
  return values;
}

const share = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

/** What a column carries by its content: only where the content leaves little doubt. */
function proposeByContent(values: readonly string[], head: string): Proposal {
  const numbers = share(values, isNumber);
  if (numbers >= 0.5) return { field: 'number', confidence: 0.6 * numbers };
  const isNamedCode = AMBIGUOUS_HEADS.has(headerKey(head));
  const codes = share(values, (value) => isSystemCode(value) && !/^\d+$/.test(value));
  if (isNamedCode && codes >= 0.5) return { field: 'systemCode', confidence: 0.6 };
  return NOTHING;
}

/** Words and content at odds: a 编号 that holds dates is no number. */
function checkByContent(proposal: Proposal, values: readonly string[]): Proposal {
  if (values.length < 3) return proposal;
  if (proposal.field === 'number' && share(values, isNumber) < 0.1) {
    if (share(values, (value) => /^\d{1,5}$/.test(value)) > 0.8) return NOTHING;
    return { ...proposal, confidence: Math.min(proposal.confidence, 0.5) };
  }
  const isDate = proposal.field !== null && /On$/.test(proposal.field);
  if (isDate && share(values, (value) => readDate(value).kind !== 'problem') < 0.2)
    return { ...proposal, confidence: 0.4 };
  return proposal;
}

/** Each field once: the surest column keeps it, of equals the left one. */
function settle(proposals: readonly Proposal[]): Proposal[] {
  return proposals.map((proposal, index) => {
    const rival = proposals.findIndex(
      (other, at) =>
        other.field === proposal.field &&
        (other.confidence > proposal.confidence ||
          (other.confidence === proposal.confidence && at < index)),
    );
    return proposal.field !== null && rival >= 0 ? NOTHING : proposal;
  });
}

function widthOf(rows: readonly SheetRow[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
}

const cellAt = (row: SheetRow | undefined, index: number): string =>
  row?.cells[index]?.trim().slice(0, LONGEST_HEAD).trim() ?? '';

function headTexts(
  rows: readonly SheetRow[],
  first: number,
  count: number,
  width: number,
): { group: string; head: string }[] {
  return Array.from({ length: width }, (_, index) =>
    count === 2
      ? { group: cellAt(rows[first], index), head: cellAt(rows[first + 1], index) }
      : { group: '', head: cellAt(rows[first], index) },
  );
}

function scoreOf(heads: readonly { group: string; head: string }[]): number {
  const proposals = settle(heads.map(({ group, head }) => proposeByGroup(group, head)));
  return proposals.reduce((sum, { confidence }) => sum + confidence, 0);
}

/** A head row holds words, several different ones, and no standard numbers. */
function mayBeHead(row: SheetRow | undefined): row is SheetRow {
  if (!row) return false;
  const texts = row.cells.filter(
    (cell): cell is string => cell !== undefined && cell.trim() !== '',
  );
  return (
    new Set(texts).size >= 2 && !texts.some((text) => isNumber(text) || /^\d{4}[-./年]/.test(text))
  );
}

function findHead(
  rows: readonly SheetRow[],
  width: number,
): { at: number; count: number } | undefined {
  let best: { at: number; count: number } | undefined;
  let bestScore = 1.3;
  for (let at = 0; at < Math.min(rows.length, ROWS_SEARCHED_FOR_HEAD); at += 1) {
    if (!mayBeHead(rows[at])) continue;
    const one = scoreOf(headTexts(rows, at, 1, width));
    if (one > bestScore) [best, bestScore] = [{ at, count: 1 }, one];
    const isNext = rows[at + 1]?.number === (rows[at]?.number ?? 0) + 1 && mayBeHead(rows[at + 1]);
    const two = isNext ? scoreOf(headTexts(rows, at, 2, width)) : 0;
    if (two > bestScore + 0.3) [best, bestScore] = [{ at, count: 2 }, two];
  }
  return best;
}

/** A sheet with a known or a found head → columns with proposals. `headerRow` forces a head, 0 means none. */
export function recogniseTable(sheet: Sheet, headerRow?: number): RecognisedTable {
  const { rows } = sheet;
  const width = widthOf(rows);
  const found = headerRow === undefined ? findHead(rows, width) : givenHead(rows, headerRow, width);
  const heads = found ? headTexts(rows, found.at, found.count, width) : headTexts([], 0, 1, width);
  const body = rows.slice(found ? found.at + found.count : 0);
  const values = heads.map((_, index) => valuesOf(body, index));
  // A table that we wrote ourselves is taken at its word.
  const isOwnExport = heads.some(({ head }) => proposeByHead(head).field === 'id');
  const proposals = heads.map(({ group, head }, index) => {
    if (isOwnExport) return proposeByHead(head);
    const byHead = checkByContent(proposeByGroup(group, head), values[index] ?? []);
    return byHead.field === null && !IGNORED_HEADS.has(headerKey(head))
      ? proposeByContent(values[index] ?? [], head)
      : byHead;
  });
  const settled = withTitle(settle(proposals), values, found === undefined);
  return {
    headerRow: found ? (rows[found.at]?.number ?? 0) : 0,
    headerRows: found?.count ?? 0,
    columns: heads.map(({ group, head }, index) => ({
      index,
      header: group !== '' && group !== head ? `${group} ${head}`.trim() : head,
      field: settled[index]?.field ?? null,
      confidence: settled[index]?.confidence ?? 0,
      samples: (values[index] ?? []).slice(0, SAMPLES).map((value) => value.slice(0, 80)),
    })),
  };
}

function givenHead(
  rows: readonly SheetRow[],
  headerRow: number,
  width: number,
): { at: number; count: number } | undefined {
  const at = rows.findIndex(({ number }) => number === headerRow);
  if (at < 0) return undefined;
  const one = scoreOf(headTexts(rows, at, 1, width));
  const two = mayBeHead(rows[at + 1]) ? scoreOf(headTexts(rows, at, 2, width)) : 0;
  return { at, count: two > one + 0.3 ? 2 : 1 };
}

/** Without a head the longest Chinese column beside the numbers is the title. */
function withTitle(
  proposals: Proposal[],
  values: readonly (readonly string[])[],
  isHeadless: boolean,
): Proposal[] {
  if (!isHeadless || proposals.some(({ field }) => field === 'title')) return proposals;
  const lengths = values.map((column, index) =>
    proposals[index]?.field === null &&
    share(column, (value) => /\p{Script=Han}{3}/u.test(value)) > 0.6
      ? column.reduce((sum, value) => sum + value.length, 0) / column.length
      : 0,
  );
  const longest = Math.max(0, ...lengths);
  if (longest === 0) return proposals;
  const at = lengths.indexOf(longest);
  return proposals.map((proposal, index) =>
    index === at ? { field: 'title', confidence: 0.5 } : proposal,
  );
}

/** Index of the sheet that looks most like a register: recognised columns first, then rows; hidden ones last. */
export function bestSheet(sheets: readonly Sheet[]): number {
  let best = 0;
  let bestScore = -1;
  sheets.forEach((sheet, index) => {
    const { columns } = recogniseTable({ ...sheet, rows: sheet.rows.slice(0, 200) });
    const known = columns.reduce((sum, { confidence }) => sum + confidence, 0);
    const isRegister = columns.some(({ field }) => field === 'number' || field === 'title');
    const score =
      (isRegister ? 10 : 0) +
      known +
      Math.min(sheet.rows.length, 5_000) / 1_000 -
      (sheet.isHidden ? 8 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}
