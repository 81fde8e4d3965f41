/**
 * Workbooks of Excel 5 … 2003 (.xls) and of WPS (.et) → the same as .xlsx, which our own reader then reads and counts.
 * Made by SheetJS, which knows the format and no bounds: only for a process that may be lost.
 */
import * as codePages from '@e965/xlsx/dist/cpexcel';
import { read, set_cptable, write } from '@e965/xlsx';

// Before Excel 97 a text is in the code page of who wrote it: 936 in China.
set_cptable(codePages);

/** True where SheetJS says that it cannot read without a password. */
const asksPassword = (error: unknown): boolean =>
  error instanceof Error && /password/i.test(error.message);

/** @returns bytes of an .xlsx; undefined where the workbook asks for a password to be opened. Throws for damage. */
export function modernWorkbook(bytes: Uint8Array): Uint8Array | undefined {
  try {
    // Formats of numbers and hidden rows are kept, formulas are not: an old workbook always holds their results.
    const book = read(bytes, {
      type: 'buffer',
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
    return write(book, {
      type: 'buffer',
      bookType: 'xlsx',
      bookSST: true,
      cellStyles: true,
    }) as Uint8Array;
  } catch (error) {
    if (asksPassword(error)) return undefined;
    throw error;
  }
}
