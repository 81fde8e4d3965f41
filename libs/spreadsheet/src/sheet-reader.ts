/** One worksheet part → rows of text. Formulas give their stored result, hyperlinks and rich text their words. */
import { numberText } from './cell-format';
import type { CellTally } from './cell-tally';
import type { CellRange, SheetRow } from './sheet';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { tidyText, unescapeCellText, type Workbook } from './workbook-parts';
import { attributeOf, type XmlHandler } from './xml-scanner';

const LAST_ROW = 1_048_576;
/** `_x4E2D_` stands for one character. */
const LONGEST_ESCAPE = 7;
/** No program writes a number with more digits. */
const LONGEST_STORED_NUMBER = 40;

/** `AB` → 28. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number;
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;
const LONGEST_RANGE = 30;

/** `B2:D3` → rows and columns from 1. */
export function rangeOf(reference: string): CellRange | undefined {
  const match = reference.length > LONGEST_RANGE ? null : RANGE.exec(reference.toUpperCase());
  if (!match) return undefined;
  const firstColumn = columnNumber(match[1] ?? '');
  const firstRow = Number(match[2]);
  return {
    firstRow,
    lastRow: Math.min(match[4] ? Number(match[4]) : firstRow, LAST_ROW),
    firstColumn,
    lastColumn: match[3] ? columnNumber(match[3]) : firstColumn,
  };
}

/** A row's or cell's own number as it is written; undefined for what is none (`1e300`, `2.5`). */
const ordinal = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;

/** Collects a sheet while its XML streams through. */
export class SheetReader implements XmlHandler {
  readonly rows: SheetRow[] = [];
  readonly merges: CellRange[] = [];
  hasMoreColumns = false;
  private cells: (string | undefined)[] = [];
  private rowNumber = 0;
  private column = 0;
  private type = '';
  private style = 0;
  private stored = '';
  private collecting: 'value' | 'inline' | undefined;
  private phonetic = 0;

  constructor(
    private readonly name: string,
    private readonly workbook: Workbook,
    private readonly tally: CellTally,
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
    if (this.collecting === undefined) return;
    this.stored += text;
    const limit = this.tally.limits.cellCharacters;
    if (this.stored.length > limit * LONGEST_ESCAPE)
      throw new SpreadsheetProblem('spreadsheet_cell_too_long', { row: this.rowNumber, limit });
  }

  /** Rows without a number, or with one that leads back, count on. */
  private openRow(attributes: string): void {
    const number = ordinal(attributeOf(attributes, 'r')) ?? 0;
    const isNext = number > this.rowNumber && number <= LAST_ROW;
    this.rowNumber = isNext ? number : this.rowNumber + 1;
    this.column = 0;
    this.cells = [];
  }

  private openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const cell = reference === undefined ? undefined : rangeOf(reference);
    this.column = cell?.firstColumn ?? this.column + 1;
    this.type = attributeOf(attributes, 't') ?? '';
    this.style = ordinal(attributeOf(attributes, 's')) ?? 0;
    this.stored = '';
  }

  private closeCell(): void {
    const text = this.stored === '' ? '' : this.cellText();
    if (text === '') return;
    if (this.column > this.tally.limits.columns) {
      this.hasMoreColumns = true;
      return;
    }
    this.tally.addCell(text, this.name, this.rowNumber);
    this.cells[this.column - 1] = text;
  }

  private cellText(): string {
    // Shared texts were cleaned once, when they were read: a million cells may show the same one.
    if (this.type === 's') return this.workbook.texts[ordinal(this.stored.trim()) ?? -1] ?? '';
    return tidyText(this.ownText());
  }

  private ownText(): string {
    if (this.type === 'b') return this.stored === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'd') return this.stored.slice(0, 10);
    const isNumber = this.type === '' || this.type === 'n';
    if (isNumber && this.stored.length <= LONGEST_STORED_NUMBER)
      return numberText(this.stored, this.workbook.formats[this.style], this.workbook.index.is1904);
    return unescapeCellText(this.stored);
  }

  private closeRow(): void {
    if (this.cells.length > 0) {
      this.tally.addRow();
      this.rows.push({ number: this.rowNumber, cells: this.cells });
    }
    this.cells = [];
  }

  private openMerge(attributes: string): void {
    const range = rangeOf(attributeOf(attributes, 'ref') ?? '');
    if (range === undefined) return;
    const limit = this.tally.limits.merges;
    if (this.merges.length >= limit)
      throw new SpreadsheetProblem('spreadsheet_too_many_merges', { limit, sheet: this.name });
    this.merges.push(range);
  }
}
