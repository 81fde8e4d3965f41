import type { Cursor } from './cursor';
import { expandYear, type Draft } from './reading';
import type { Amendment, AmendmentType } from './standard-number';

const ISO_AMENDMENTS: readonly (readonly [sign: string, type: AmendmentType])[] = [
  ['AMD', 'Amd'],
  ['COR', 'Cor'],
  ['ADD', 'Add'],
  ['DAMD', 'DAmd'],
  ['FDAMD', 'FDAmd'],
  ['PDAMD', 'PDAmd'],
  ['DCOR', 'DCor'],
  ['FDCOR', 'FDCor'],
];

function yearAfter(cursor: Cursor): number | undefined {
  const start = cursor.position;
  if (cursor.take('-') || cursor.take(':')) {
    const digits = cursor.takeDigits();
    const year = digits.length === 4 ? expandYear(digits) : undefined;
    if (year !== undefined) return year;
  }
  cursor.position = start;
  return undefined;
}

function amendmentOf(cursor: Cursor, type: AmendmentType): Amendment | undefined {
  const digits = cursor.takeDigits();
  if (digits.length > 4 || (digits === '' && type !== 'AC')) return undefined;
  const number = Number(digits);
  const year = yearAfter(cursor);
  return { type, number, ...(year === undefined ? {} : { year }) };
}

function readIsoAmendment(cursor: Cursor): Amendment | undefined {
  const sign = cursor.peek();
  if (sign !== '/' && sign !== '+') return undefined;
  for (const [word, type] of ISO_AMENDMENTS) {
    if (!cursor.take(`${sign}${word}`)) continue;
    if (!cursor.skipBlank()) cursor.take('.');
    return amendmentOf(cursor, type);
  }
  return undefined;
}

/** `+A2:2019`, `+AC:2010`, `/A11:2014`. */
function readEuropeanAmendment(cursor: Cursor, draft: Draft): Amendment | undefined {
  const isForeign = draft.level === 'international' || draft.level === 'foreign';
  const isAlone = isForeign && cursor.peek() === '/';
  const sign = isAlone ? '/' : '+';
  const type = cursor.take(`${sign}AC`) ? 'AC' : cursor.take(`${sign}A`) ? 'A' : undefined;
  const amendment = type === undefined ? undefined : amendmentOf(cursor, type);
  return amendment === undefined || !isAlone ? amendment : { ...amendment, isAlone };
}

/** 第 1 号修改单 right behind the number: the older way to name XG1. In brackets it is a remark. */
function readAmendmentSheet(cursor: Cursor): Amendment | undefined {
  if (!cursor.skipBlank()) cursor.take('/');
  const isMarked = cursor.take('《');
  if (!cursor.take('第')) return undefined;
  cursor.skipBlank();
  const digits = cursor.takeDigits();
  cursor.skipBlank();
  const isSheet = digits !== '' && digits.length <= 2 && cursor.take('号修改单');
  if (isMarked) cursor.take('》');
  return isSheet ? { type: 'XG', number: Number(digits) } : undefined;
}

/**
 * Reads one amendment that belongs to the designation: `/XG1-2015`, `/Amd 1:2024`, `/DAmd 1`,
 * `+A2:2019`, `/A11:2014`, 第1号修改单.
 * @returns undefined where none stands at the cursor, which has not moved then
 */
export function readAmendment(cursor: Cursor, draft: Draft): Amendment | undefined {
  const start = cursor.position;
  const isCoded = cursor.take('/XG') || cursor.take(' XG');
  const coded = isCoded ? amendmentOf(cursor, 'XG') : readIsoAmendment(cursor);
  if (coded !== undefined) return coded;
  cursor.position = start;
  const european = readEuropeanAmendment(cursor, draft);
  if (european !== undefined) return european;
  cursor.position = start;
  const sheet = readAmendmentSheet(cursor);
  if (sheet === undefined) cursor.position = start;
  return sheet;
}
