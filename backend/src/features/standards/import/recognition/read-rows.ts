/** Rows of text → records with their problems, by a mapping of columns. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import {
  NOTHING_LEFT_OUT,
  walkRows,
  type LeftOutRows,
  type MeantRow,
  type TableCounts,
} from '@liangxing/tables';
import type { StandardRecord } from '../../register/standard-record';
import type { ImportField } from './import-fields';
import { RowReading, type RowFacts, type RowProblem } from './row-reading';

export interface ReadRow {
  /** Index of its sheet in the file. */
  readonly sheet: number;
  /** Its name where several sheets are read together. */
  readonly sheetName?: string | undefined;
  readonly rowNumber: number;
  /** From 1 for further numbers of the same cell that were made rows of their own; 0 for all others. */
  readonly part: number;
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

export interface ReadTable extends TableCounts {
  readonly rows: readonly ReadRow[];
  /** Rows with several numbers in the cell of one. */
  readonly several: number;
}

/** What a person decided about single rows. */
interface RowDecisions {
  readonly leftOut: LeftOutRows;
  /** Several numbers in one cell become a row each. */
  readonly splitsNumbers: boolean;
  /** Whether the proposed spelling of the number in this row is taken. */
  readonly accepts: (rowNumber: number) => boolean;
}

const NOTHING_DECIDED: RowDecisions = {
  leftOut: NOTHING_LEFT_OUT,
  splitsNumbers: false,
  accepts: () => false,
};

interface TableMapping {
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly {
    readonly index: number;
    readonly field: ImportField | null;
    readonly header: string;
  }[];
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where a table stands: its sheet, and the sheet's name where several are read together. */
interface TablePlace {
  readonly sheet: number;
  readonly sheetName?: string | undefined;
}

/** Reads the entries of one table. */
class TableReading {
  readonly rows: ReadRow[] = [];
  several = 0;
  private readonly fields: readonly { readonly index: number; readonly field: ImportField }[];

  constructor(
    private readonly sheet: Sheet,
    { columns }: TableMapping,
    private readonly place: TablePlace,
    private readonly decisions: RowDecisions,
  ) {
    this.fields = columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
  }

  private valuesOf(cells: MeantRow['cells']): Record<string, string> {
    const values: Record<string, string> = {};
    for (const { index, field } of this.fields) {
      const text = cells[index];
      if (text !== undefined) values[field] = text;
    }
    return values;
  }

  add(row: MeantRow): void {
    const values = this.valuesOf(row.cells);
    const first = this.read(row, values, 0);
    if (first.others.length === 0) return;
    this.several += 1;
    if (!this.decisions.splitsNumbers) return;
    const { numberCode: _code, numberYear: _year, ...shared } = values;
    first.others.forEach((number, at) => this.read(row, { ...shared, number }, at + 1));
  }

  private read(row: MeantRow, values: Record<string, string>, part: number): RowReading {
    const id = ID.test(values.id ?? '') ? (values.id ?? '').toLowerCase() : null;
    const facts: RowFacts = {
      isOwnExport: id !== null,
      isHidden: row.isHidden,
      isStruck: row.isStruck,
      is1904: this.sheet.is1904 === true,
      sheetName: this.place.sheetName,
      splitsNumbers: this.decisions.splitsNumbers,
      acceptsRepair: this.decisions.accepts(row.number),
    };
    const reading = new RowReading(values, facts);
    for (const { index, code } of row.unusual) {
      const field = this.fields.find((mapped) => mapped.index === index)?.field;
      if (field !== undefined) reading.warn(field, code);
    }
    if (part > 0) reading.warn('number', 'number_of_same_cell', { row: row.number });
    reading.read(row.section === '' ? (this.place.sheetName ?? '') : row.section);
    this.rows.push({
      ...this.place,
      rowNumber: row.number,
      part,
      values,
      record: reading.draft,
      told: [...reading.told],
      whenNew: reading.whenNew,
      id,
      problems: reading.problems,
    });
    return reading;
  }
}

/** Reads every row below the head. */
export function readRows(
  sheet: Sheet,
  mapping: TableMapping,
  place: TablePlace = { sheet: 0 },
  decisions: RowDecisions = NOTHING_DECIDED,
): ReadTable {
  const columnOf = (name: ImportField): number | undefined =>
    mapping.columns.find(({ field }) => field === name)?.index;
  const idColumn = columnOf('id');
  const reading = new TableReading(sheet, mapping, place, decisions);
  const counts = walkRows(
    sheet,
    mapping,
    {
      columns: mapping.columns.flatMap(({ index, field }) => (field === null ? [] : [index])),
      mainColumn: columnOf('number'),
      isOfNumbers: true,
      leftOut: decisions.leftOut,
      isVerbatim: ({ cells }: SheetRow) => idColumn !== undefined && ID.test(cells[idColumn] ?? ''),
    },
    (row) => {
      reading.add(row);
    },
  );
  return { rows: reading.rows, several: reading.several, ...counts };
}
