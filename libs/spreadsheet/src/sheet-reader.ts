/** One worksheet part → rows of text. Formulas give their stored result, hyperlinks and rich text their words. */
import { numberText } from './cell-format';
import { LAST_ROW, rangeOf } from './cell-reference';
import type { CellTally } from './cell-tally';
import { JoinFormulas, LONGEST_FORMULA } from './join-formulas';
import type { CellRange, SheetRow, UncountedFormulas } from './sheet';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { tidyText, unescapeCellText, type Workbook } from './workbook-parts';
import { attributeOf, type XmlHandler } from './xml-scanner';

/** `_x4E2D_` stands for one character. */
const LONGEST_ESCAPE = 7;
/** No program writes a number with more digits. */
const LONGEST_STORED_NUMBER = 40;

/** A row's or cell's own number as it is written; undefined for what is none (`1e300`, `2.5`). */
const ordinal = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;

/** Collects a sheet while its XML streams through. */
export class SheetReader implements XmlHandler {
  private readonly rows: (SheetRow & { readonly cells: (string | undefined)[] })[] = [];
  readonly merges: CellRange[] = [];
  hasMoreColumns = false;
  private readonly formulas = new JoinFormulas();
  private isHidden = false;
  private struck = 0;
  private formula: string | undefined;
  private cells: (string | undefined)[] = [];
  private rowNumber = 0;
  private column = 0;
  private type = '';
  private style = 0;
  private stored = '';
  private collecting: 'value' | 'inline' | 'formula' | undefined;
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
    else if (tag === 'f') [this.collecting, this.formula] = ['formula', ''];
    else if (tag === 'rPh') this.phonetic += 1;
    else if (tag === 'row') this.openRow(attributes);
    else if (tag === 'mergeCell') this.openMerge(attributes);
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't' || tag === 'f') this.collecting = undefined;
    else if (tag === 'c') this.closeCell();
    else if (tag === 'rPh') this.phonetic -= 1;
    else if (tag === 'row') this.closeRow();
  }

  text(text: string): void {
    if (this.collecting === undefined) return;
    if (this.collecting === 'formula') {
      const formula = (this.formula ?? '') + text;
      this.formula = formula.slice(0, LONGEST_FORMULA + 1);
      return;
    }
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
    this.struck = 0;
    this.isHidden = /^(1|true)$/.test(attributeOf(attributes, 'hidden') ?? '');
  }

  private openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const cell = reference === undefined ? undefined : rangeOf(reference);
    this.column = cell?.firstColumn ?? this.column + 1;
    this.type = attributeOf(attributes, 't') ?? '';
    this.style = ordinal(attributeOf(attributes, 's')) ?? 0;
    this.stored = '';
    this.formula = undefined;
  }

  private closeCell(): void {
    // An empty text is a result too.
    if (this.stored === '' && this.formula !== undefined && this.type !== 'str')
      this.awaitFormula(this.formula);
    const text = this.stored === '' ? '' : this.cellText();
    if (text === '') return;
    if (this.column > this.tally.limits.columns) {
      this.hasMoreColumns = true;
      return;
    }
    this.tally.addCell(text, this.name, this.rowNumber);
    this.cells[this.column - 1] = text;
    if (this.workbook.styles[this.style]?.isStruck) this.struck += 1;
  }

  private awaitFormula(formula: string): void {
    if (this.column > this.tally.limits.columns) return;
    this.tally.addCell('', this.name, this.rowNumber);
    this.formulas.add({ row: this.rowNumber, column: this.column, formula });
    // The row is there, even where it holds nothing else.
    this.cells.length = Math.max(this.cells.length, this.column);
  }

  /** To be called once, behind the last row. */
  end(): { readonly rows: readonly SheetRow[]; readonly uncounted: readonly UncountedFormulas[] } {
    const cells = new Map(this.rows.map((row) => [row.number, row.cells]));
    const uncounted = this.formulas.fill(this.rows, (text, row, column) => {
      this.tally.addCell(text, this.name, row);
      const place = cells.get(row);
      if (place) place[column - 1] = text;
    });
    return { rows: this.rows.filter((row) => row.cells.some((cell) => cell)), uncounted };
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
      return numberText(
        this.stored,
        this.workbook.styles[this.style]?.format,
        this.workbook.index.is1904,
      );
    return unescapeCellText(this.stored);
  }

  private closeRow(): void {
    if (this.cells.length > 0) {
      this.tally.addRow();
      const filled = this.cells.reduce((sum) => sum + 1, 0);
      this.rows.push({
        number: this.rowNumber,
        cells: this.cells,
        ...(this.isHidden ? { isHidden: true } : {}),
        ...(this.struck > 0 && this.struck * 2 >= filled ? { isStruck: true } : {}),
      });
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
