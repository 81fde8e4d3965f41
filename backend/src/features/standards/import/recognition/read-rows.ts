/** Rows of text → records with their problems, by a mapping of columns. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import type { StandardRecord } from '../../register/standard-record';
import { classifyRow } from './classify-row';
import { headerKey, type ImportField } from './import-fields';
import { RowReading, type RowProblem } from './row-reading';
import { readCell, type CellReading } from './unusual-cells';

export interface ReadRow {
  /** Index of its sheet in the file. */
  readonly sheet: number;
  /** Its name where several sheets are read together. */
  readonly sheetName?: string | undefined;
  readonly rowNumber: number;
  /** The mapped cells as they were read, by field. */
  readonly values: Readonly<Record<string, string>>;
  readonly record: StandardRecord;
  /** Fields for which the row says something: an update changes only these. */
  readonly told: readonly (keyof StandardRecord)[];
  /** Fields that only an insert takes. */
  readonly whenNew: Partial<StandardRecord>;
  /** Id of the register from which the row was exported. */
  readonly id: string | null;
  readonly problems: readonly RowProblem[];
}

/** Rows passed over, for the note above the preview. */
export interface SkippedRow {
  readonly rowNumber: number;
  readonly kind: 'header' | 'subtotal' | 'furniture' | 'section';
  readonly text: string;
}

export interface ReadTable {
  readonly rows: readonly ReadRow[];
  readonly skipped: readonly SkippedRow[];
  /** Rows between the first and the last that hold nothing. */
  readonly blank: number;
  readonly hidden: number;
  readonly struck: number;
}

/** Rows that a person does not want. */
export interface LeftOutRows {
  readonly hidden: boolean;
  readonly struck: boolean;
}

export interface TableMapping {
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly {
    readonly index: number;
    readonly field: ImportField | null;
    readonly header: string;
  }[];
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function valuesOf(row: SheetRow, { columns }: TableMapping): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { index, field } of columns) {
    const text = row.cells[index];
    if (field !== null && text !== undefined) values[field] = text;
  }
  return values;
}

/** Where a table stands: its sheet, and the sheet's name where several are read together. */
export interface TablePlace {
  readonly sheet: number;
  readonly sheetName?: string | undefined;
}

/** Reads the rows of a table from the top: 〃 looks back. */
class TableReading {
  readonly rows: ReadRow[] = [];
  private above: Readonly<Record<string, string>> = {};
  private section: string;

  constructor(
    private readonly sheet: Sheet,
    private readonly place: TablePlace,
  ) {
    this.section = place.sheetName ?? '';
  }

  enter(section: string): void {
    this.section = section;
  }

  add(row: SheetRow, written: Record<string, string>): void {
    const id = ID.test(written.id ?? '') ? (written.id ?? '').toLowerCase() : null;
    const { values, unusual } =
      id === null ? this.readCells(written) : { values: written, unusual: [] };
    const reading = new RowReading(values, {
      isOwnExport: id !== null,
      isHidden: row.isHidden === true,
      isStruck: row.isStruck === true,
      is1904: this.sheet.is1904 === true,
      sheetName: this.place.sheetName,
    });
    for (const [field, code] of unusual) reading.warn(field, code);
    reading.read(this.section);
    this.above = values;
    this.rows.push({
      ...this.place,
      rowNumber: row.number,
      values,
      record: reading.draft,
      told: [...reading.told],
      whenNew: reading.whenNew,
      id,
      problems: reading.problems,
    });
  }

  private readCells(written: Record<string, string>) {
    const values: Record<string, string> = {};
    const unusual: [string, NonNullable<CellReading['code']>][] = [];
    for (const [field, text] of Object.entries(written)) {
      const reading = readCell(text, this.above[field]);
      values[field] = reading.text;
      if (reading.code !== undefined) unusual.push([field, reading.code]);
    }
    return { values, unusual };
  }
}

/** Keys of the head's texts, for each of its rows. */
function headKeysOf(sheet: Sheet, { headerRow, headerRows }: TableMapping): string[][] {
  return sheet.rows
    .filter(({ number }) => number >= headerRow && number < headerRow + headerRows)
    .map(({ cells }) => Array.from(cells, (cell) => headerKey(cell ?? '')));
}

/** Reads every row below the head. */
export function readRows(
  sheet: Sheet,
  mapping: TableMapping,
  place: TablePlace = { sheet: 0 },
  leftOut: LeftOutRows = { hidden: false, struck: false },
): ReadTable {
  const body = sheet.rows.filter(({ number }) => number >= mapping.headerRow + mapping.headerRows);
  const headKeys = headKeysOf(sheet, mapping);
  const numberColumn = mapping.columns.find(({ field }) => field === 'number')?.index;
  const reading = new TableReading(sheet, place);
  const skipped: SkippedRow[] = [];
  const counts = { hidden: 0, struck: 0 };
  for (const row of body) {
    const values = valuesOf(row, mapping);
    const found = ID.test(values.id ?? '')
      ? { kind: 'data' as const }
      : classifyRow(row, headKeys, numberColumn);
    if (found.kind === 'section') reading.enter(found.name);
    if (found.kind === 'data') {
      if (row.isHidden) counts.hidden += 1;
      if (row.isStruck) counts.struck += 1;
      const isLeftOut = (row.isHidden && leftOut.hidden) || (row.isStruck && leftOut.struck);
      if (!isLeftOut) reading.add(row, values);
    } else if (found.kind !== 'blank') {
      const text = row.cells.find((cell) => cell !== undefined)?.slice(0, 80) ?? '';
      skipped.push({ rowNumber: row.number, kind: found.kind, text });
    }
  }
  const last = body.at(-1)?.number ?? 0;
  const first = body[0]?.number ?? 1;
  const blank = body.length === 0 ? 0 : last - first + 1 - body.length;
  return { rows: reading.rows, skipped, blank, ...counts };
}
