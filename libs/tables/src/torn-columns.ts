/** Numbers of which the code (GB/T), the figures (19001) and the year stand in columns of their own. */
import type { SheetRow } from '@liangxing/spreadsheet';
import { judgeNumberColumn } from '@liangxing/standard-number';
import { share, valuesOf } from './column-values';

/** What a part of a torn number is. */
type NumberPart = 'numberCode' | 'number' | 'numberYear';

const LONGEST_CODE = 16;
const CODE = /^[A-Z]{1,6}\d{0,3}(?:\s*\/\s*[A-Z\d]{1,6}){0,2}$/;
const YEAR = /^(?:19|20)\d\d$/;
const ROWS_JUDGED = 60;

/** GB/T, DB15/T, T/CAS: a code without its figures. */
export const isLoneCode = (text: string): boolean =>
  text.length <= LONGEST_CODE && CODE.test(text.trim().normalize('NFKC').toUpperCase());

/** `GB/T`, `19001`, `2016` → `GB/T 19001-2016`; what is empty is left out. */
export function joinedNumber(code: string, figures: string, year: string): string {
  const dated = YEAR.test(year.trim()) ? `${figures.trim()}-${year.trim()}` : figures.trim();
  return `${code.trim()} ${dated}`.trim();
}

/**
 * The columns over which numbers are torn: a column of codes, next to it one of figures, perhaps next to that one of
 * years. Undefined where no two columns make numbers together.
 */
export function tornColumns(
  rows: readonly SheetRow[],
  width: number,
): ReadonlyMap<number, NumberPart> | undefined {
  const sample = rows.slice(0, ROWS_JUDGED);
  for (let index = 0; index + 1 < width; index += 1) {
    if (share(valuesOf(sample, index), isLoneCode) < 0.5) continue;
    const hasYear = share(valuesOf(sample, index + 2), (text) => YEAR.test(text)) >= 0.5;
    const joined = sample.map(({ cells }) =>
      joinedNumber(
        cells[index] ?? '',
        cells[index + 1] ?? '',
        hasYear ? (cells[index + 2] ?? '') : '',
      ),
    );
    if (judgeNumberColumn(joined).numbers * 2 < sample.length) continue;
    return new Map<number, NumberPart>([
      [index, 'numberCode'],
      [index + 1, 'number'],
      ...(hasYear ? [[index + 2, 'numberYear'] as const] : []),
    ]);
  }
  return undefined;
}
