/** One worksheet part → rows of text. Formulas give their stored result, hyperlinks and rich text their words. */
import { wholeText } from '@liangxing/contracts';
import { numberText } from './cell-format';
import type { SheetRow, SpreadsheetLimits, WideMerge } from './spreadsheet';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { unescapeCellText, type Workbook } from './workbook-parts';
import { attributeOf, type XmlHandler } from './xml-scanner';

/** `AB` → 28. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number;
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/** `B2:D3` → rows and columns from 1. */
export function rangeOf(reference: string): WideMerge | undefined {
  const match = RANGE.exec(reference.toUpperCase());
  if (!match) return undefined;
  const firstColumn = columnNumber(match[1] ?? '');
  const firstRow = Number(match[2]);
  return {
    firstRow,
    lastRow: match[4] ? Number(match[4]) : firstRow,
    firstColumn,
    lastColumn: match[3] ? columnNumber(match[3]) : firstColumn,
  };
}

/** Collects a sheet while its XML streams through. */
export class SheetReader implements XmlHandler {
  readonly rows: SheetRow[] = [];
  readonly merges: WideMerge[] = [];
  private cells: (string | undefined)[] = [];
  private rowNumber = 0;
  private column = 0;
  private cellCount = 0;
  private type = '';
  private style = 0;
  private stored = '';
  private collecting: 'value' | 'inline' | undefined;
  private phonetic = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly limits: SpreadsheetLimits,
  ) {}

  open(tag: string, attributes: string): void {
    if (tag === 'c') this.openCell(attributes);
    else if (tag === 'v') this.collecting = 'value';
    else if (tag === 't') this.collecting = this.phonetic === 0 ? 'inline' : undefined;
    else if (tag === 'rPh') this.phonetic += 1;
    else if (tag === 'row') this.openRow(attributes);
    else if (tag === 'mergeCell') this.openMerge(attributes);
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.collecting = undefined;
    else if (tag === 'c') this.closeCell();
    else if (tag === 'rPh') this.phonetic -= 1;
    else if (tag === 'row') this.closeRow();
  }

  text(text: string): void {
    if (this.collecting !== undefined) this.stored += text;
  }

  private openRow(attributes: string): void {
    const written = attributeOf(attributes, 'r') ?? '';
    const number = /^\d{1,7}$/.test(written) ? Number(written) : 0;
    // Rows stand in order; a number that is none, or goes back, is the next one.
    this.rowNumber = number > this.rowNumber ? number : this.rowNumber + 1;
    this.column = 0;
    this.cells = [];
  }

  private openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1];
    this.column = letters ? columnNumber(letters) : this.column + 1;
    this.type = attributeOf(attributes, 't') ?? '';
    this.style = Number(attributeOf(attributes, 's') ?? 0);
    this.stored = '';
  }

  private closeCell(): void {
    if (this.stored === '' || this.column > this.limits.columns) return;
    const text = this.cellText();
    if (text.length > this.limits.cellCharacters)
      throw new SpreadsheetProblem('spreadsheet_cell_too_long', {
        row: this.rowNumber,
        limit: this.limits.cellCharacters,
      });
    if (text.trim() === '') return;
    this.cells[this.column - 1] = text;
    this.cellCount += 1;
    if (this.cellCount > this.limits.cells)
      throw new SpreadsheetProblem('spreadsheet_too_many_cells', { limit: this.limits.cells });
  }

  private cellText(): string {
    // Shared texts were cleaned once, when they were read.
    if (this.type === 's') return this.workbook.texts[Number(this.stored)] ?? '';
    return wholeText(this.ownText());
  }

  private ownText(): string {
    if (this.type === 'b') return this.stored === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'd') return this.stored.slice(0, 10);
    if (this.type === '' || this.type === 'n')
      return numberText(this.stored, this.workbook.formats[this.style], this.workbook.index.is1904);
    return unescapeCellText(this.stored);
  }

  private closeRow(): void {
    if (this.cells.length > 0) this.rows.push({ number: this.rowNumber, cells: this.cells });
    this.cells = [];
    if (this.rows.length > this.limits.rows)
      throw new SpreadsheetProblem('spreadsheet_too_many_rows', { limit: this.limits.rows });
  }

  private openMerge(attributes: string): void {
    const range = rangeOf(attributeOf(attributes, 'ref') ?? '');
    if (range && this.merges.length < this.limits.rows) this.merges.push(range);
  }
}
