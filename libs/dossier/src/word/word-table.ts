import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PlainColumn, PlainRow, PlainTable } from '../system-documents/plain-tables';
import { HEI, run, SIZES } from './word-document';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

interface CellLook {
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly isBold?: boolean;
  readonly shade?: string;
  readonly span?: number;
}

const cell = (text: string, look: CellLook): TableCell =>
  new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    ...(look.span === undefined ? {} : { columnSpan: look.span }),
    ...(look.shade === undefined ? {} : { shading: { fill: look.shade } }),
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: alignments[look.align],
          children: [run(line, { size: SIZES.small, ...(look.isBold ? { font: HEI } : {}) })],
        }),
    ),
  });

const widthsOf = (columns: readonly PlainColumn[], width: number): number[] => {
  const sum = columns.reduce((total, { weight }) => total + weight, 0);
  return columns.map(({ weight }) => Math.round((weight / sum) * width));
};

const headRow = (columns: readonly PlainColumn[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, index) =>
      cell(heading, { width: widths[index] ?? 0, align: 'center', isBold: true, shade: 'EEF1F6' }),
    ),
  });

const sectionRow = (text: string, columns: number, width: number): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [cell(text, { width, align: 'left', isBold: true, shade: 'F7F8FA', span: columns })],
  });

const bodyRow = (
  row: PlainRow,
  columns: readonly PlainColumn[],
  widths: readonly number[],
): TableRow =>
  new TableRow({
    cantSplit: true,
    children: row.cells.map((text, index) =>
      cell(text, {
        width: widths[index] ?? 0,
        align: columns[index]?.align ?? 'left',
        isBold: row.kind === 'total',
      }),
    ),
  });

/** A table as wide as `width` (twentieths of a point); its head repeats, no row breaks over pages. */
export const wordTable = ({ columns, rows }: PlainTable, width: number): Table => {
  const widths = widthsOf(columns, width);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      headRow(columns, widths),
      ...rows.map((row) =>
        row.kind === 'section'
          ? sectionRow(row.cells[0] ?? '', columns.length, width)
          : bodyRow(row, columns, widths),
      ),
    ],
  });
};
