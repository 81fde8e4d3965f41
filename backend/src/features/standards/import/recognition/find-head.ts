/** Where the head of a table stands, and what its words mean. */
import type { SheetRow } from '@liangxing/spreadsheet';
import { headerKey, isNumberCell, LONGEST_HEAD, numberColumnOf } from '@liangxing/tables';
import {
  AMBIGUOUS_HEADS,
  FIELD_DESCRIPTIONS,
  IGNORED_HEADS,
  IMPORT_FIELDS,
  type ImportField,
} from './import-fields';

export interface Proposal {
  readonly field: ImportField | null;
  readonly confidence: number;
}

export const NOTHING: Proposal = { field: null, confidence: 0 };
const ROWS_SEARCHED_FOR_HEAD = 40;
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
export function proposeByGroup(group: string, head: string): Proposal {
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

/** Each field once: the surest column keeps it, of equals the left one. */
export function settle(proposals: readonly Proposal[]): Proposal[] {
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

const cellAt = (row: SheetRow | undefined, index: number): string =>
  row?.cells[index]?.trim().slice(0, LONGEST_HEAD).trim() ?? '';

export function headTexts(
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
export function mayBeHead(row: SheetRow | undefined): row is SheetRow {
  if (!row) return false;
  const texts = row.cells.filter((cell): cell is string => Boolean(cell?.trim()));
  return (
    new Set(texts).size >= 2 &&
    !texts.some((text) => isNumberCell(text) || /^\d{4}[-./年]/.test(text))
  );
}

export function findHead(
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

/** The head that a person chose; the row below belongs to it where both together say more. */
export function givenHead(
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

/** Heads whose words say nothing are found by what stands below them: the row above the first number. */
export function headAboveNumbers(
  rows: readonly SheetRow[],
  width: number,
): { at: number; count: number } | undefined {
  const { firstRow = 0 } = numberColumnOf(rows, width) ?? {};
  return firstRow > 0 ? { at: firstRow - 1, count: 1 } : undefined;
}
