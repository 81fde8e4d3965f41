/** OpenDocument spreadsheets (.ods), as WPS and LibreOffice write them → sheets of text rows. */
import { wholeText } from '@liangxing/contracts';
import { LAST_ROW } from './cell-reference';
import { CellTally } from './cell-tally';
import type { SpreadsheetLimits } from './limits';
import { fillMergedCells } from './merged-cells';
import { OdsStyles } from './ods-styles';
import type { PackageParts } from './package-parts';
import type { CellRange, Sheet, SheetRow, Spreadsheet } from './sheet';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { attributeOf, type XmlHandler } from './xml-scanner';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
const isCell = (tag: string): boolean => tag === 'table-cell' || tag === 'covered-table-cell';

/** Repetitions and spans; what is none counts once. */
function countOf(attributes: string, name: string): number {
  const text = attributeOf(attributes, name) ?? '1';
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1;
}

interface OpenCell {
  readonly attributes: string;
  text: string;
  paragraphs: number;
}

/** Collects all sheets while the XML streams through (OpenDocument 1.3, part 3, chapter 9). */
class ContentReader implements XmlHandler {
  readonly sheets: Sheet[] = [];
  isSpreadsheet = false;
  private readonly styles = new OdsStyles();
  private readonly tally: CellTally;
  private sheet = { name: '', isHidden: false, hasMoreColumns: false };
  private rows: SheetRow[] = [];
  private merges: CellRange[] = [];
  private row = { number: 0, repeated: 1, isHidden: false, struck: 0 };
  private cells: (string | undefined)[] = [];
  private column = 0;
  private cell: OpenCell | undefined;
  /** Depth of remarks, whose paragraphs are not the cell's. */
  private annotations = 0;
  private isText = false;

  constructor(private readonly limits: SpreadsheetLimits) {
    this.tally = new CellTally(limits);
  }

  open(tag: string, attributes: string): void {
    if (this.cell) this.openInCell(this.cell, tag, attributes);
    else if (isCell(tag)) this.cell = { attributes, text: '', paragraphs: 0 };
    else if (tag === 'table-row') this.openRow(attributes);
    else if (tag === 'table') this.openTable(attributes);
    else if (tag === 'spreadsheet') this.isSpreadsheet = true;
    else this.styles.open(tag, attributes);
  }

  close(tag: string): void {
    if (tag === 'annotation') this.annotations -= 1;
    else if (tag === 'p') this.isText = false;
    else if (isCell(tag) && this.cell) this.closeCell(this.cell);
    else if (tag === 'table-row') this.closeRow();
    else if (tag === 'table' && this.isSpreadsheet) this.closeTable();
  }

  text(text: string): void {
    if (this.isText && this.cell && this.annotations === 0) this.append(this.cell, text);
  }

  private openInCell(cell: OpenCell, tag: string, attributes: string): void {
    if (tag === 'annotation') this.annotations += 1;
    else if (this.annotations > 0) return;
    else if (tag === 'p') {
      cell.paragraphs += 1;
      if (cell.paragraphs > 1) this.append(cell, '\n');
      this.isText = true;
    } else if (tag === 's')
      this.append(cell, ' '.repeat(Math.min(countOf(attributes, 'c'), this.limits.cellCharacters)));
    else if (tag === 'tab') this.append(cell, '\t');
    else if (tag === 'line-break') this.append(cell, '\n');
  }

  private append(cell: OpenCell, text: string): void {
    cell.text += text;
    const limit = this.limits.cellCharacters;
    if (cell.text.length > limit)
      throw new SpreadsheetProblem('spreadsheet_cell_too_long', { row: this.row.number, limit });
  }

  private openTable(attributes: string): void {
    if (this.sheets.length >= this.limits.sheets)
      throw new SpreadsheetProblem('spreadsheet_too_many_sheets', { limit: this.limits.sheets });
    const name = wholeText(attributeOf(attributes, 'name') ?? '');
    this.sheet = {
      name: name === '' ? `Sheet${this.sheets.length + 1}` : name,
      isHidden: this.styles.hiddenTables.has(attributeOf(attributes, 'style-name') ?? ''),
      hasMoreColumns: false,
    };
    this.rows = [];
    this.merges = [];
    this.row = { number: 0, repeated: 1, isHidden: false, struck: 0 };
  }

  private openRow(attributes: string): void {
    const number = this.row.number + this.row.repeated;
    const repeated = countOf(attributes, 'number-rows-repeated');
    const isHidden = /^(collapse|filter)$/.test(attributeOf(attributes, 'visibility') ?? '');
    // `number` stands behind the row before; the first row is 1.
    this.row = { number: Math.max(1, number), repeated, isHidden, struck: 0 };
    this.cells = [];
    this.column = 0;
  }

  private closeCell(cell: OpenCell): void {
    const { attributes } = cell;
    const text = wholeText(shownText(cell));
    const repeated = countOf(attributes, 'number-columns-repeated');
    const first = this.column + 1;
    this.column += repeated;
    this.cell = undefined;
    if (text.trim() === '') return;
    this.noteMerge(attributes, first);
    const isStruck = this.styles.struck.has(attributeOf(attributes, 'style-name') ?? '');
    const { columns } = this.limits;
    if (this.column > columns) this.sheet.hasMoreColumns = true;
    for (let column = first; column <= Math.min(this.column, columns); column += 1) {
      this.tally.addCell(text, this.sheet.name, this.row.number);
      this.cells[column - 1] = text;
      if (isStruck) this.row.struck += 1;
    }
  }

  private noteMerge(attributes: string, firstColumn: number): void {
    const columns = countOf(attributes, 'number-columns-spanned');
    const rows = countOf(attributes, 'number-rows-spanned');
    if (columns * rows === 1) return;
    const limit = this.limits.merges;
    if (this.merges.length >= limit)
      throw new SpreadsheetProblem('spreadsheet_too_many_merges', {
        limit,
        sheet: this.sheet.name,
      });
    this.merges.push({
      firstRow: this.row.number,
      lastRow: this.row.number + rows - 1,
      firstColumn,
      lastColumn: firstColumn + columns - 1,
    });
  }

  private closeRow(): void {
    const { number, repeated, isHidden, struck } = this.row;
    const filled = this.cells.reduce((sum) => sum + 1, 0);
    if (filled === 0 || number > LAST_ROW) return;
    for (let again = 0; again < repeated; again += 1) {
      this.tally.addRow();
      if (again > 0)
        for (const cell of this.cells)
          if (cell !== undefined) this.tally.addCell(cell, this.sheet.name, number + again);
      this.rows.push({
        number: number + again,
        cells: this.cells,
        ...(isHidden ? { isHidden: true } : {}),
        ...(struck > 0 && struck * 2 >= filled ? { isStruck: true } : {}),
      });
    }
  }

  private closeTable(): void {
    const { name, isHidden, hasMoreColumns } = this.sheet;
    const { rows, overlapping } = fillMergedCells(this.rows, this.merges, this.tally, name);
    this.sheets.push({
      ...{ name, isHidden, rows },
      ...(hasMoreColumns ? { hasMoreColumns: true } : {}),
      ...(overlapping > 0 ? { overlappingMerges: overlapping } : {}),
    });
  }
}

/** A day by its value; a figure by its value too, but with the zeros that it shows (1.10, 007). */
function shownText({ attributes, text }: OpenCell): string {
  const type = attributeOf(attributes, 'value-type');
  if (type === 'date') return (attributeOf(attributes, 'date-value') ?? text).slice(0, 10);
  if (type === 'boolean')
    return attributeOf(attributes, 'boolean-value') === 'true' ? 'TRUE' : 'FALSE';
  if (type !== 'float' || /^(\d+\.\d+|0\d+)$/.test(text)) return text;
  return attributeOf(attributes, 'value') ?? text;
}

const ignore = (): undefined => undefined;

async function refuseEncrypted(parts: PackageParts): Promise<void> {
  if (!parts.has(MANIFEST)) return;
  await parts.scan(MANIFEST, {
    open: (tag) => {
      if (tag === 'encryption-data') throw new SpreadsheetProblem('spreadsheet_encrypted');
    },
    close: ignore,
    text: ignore,
  });
}

/** True where the package may be an OpenDocument file. */
export const isOpenDocument = (parts: PackageParts): boolean =>
  parts.has(CONTENT) && !parts.has('xl/workbook.xml');

/** @throws SpreadsheetProblem for a text or slides, a password, damage, and beyond the limits */
export async function readOds(
  parts: PackageParts,
  limits: SpreadsheetLimits,
): Promise<Spreadsheet> {
  await refuseEncrypted(parts);
  const reader = new ContentReader(limits);
  await parts.scan(CONTENT, reader);
  if (!reader.isSpreadsheet)
    throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: 'OpenDocument' });
  return { encoding: 'ods', sheets: reader.sheets };
}
