import { wholeTexts } from '@liangxing/contracts';
import ExcelJS from 'exceljs';
import { sheetsOf, type Sheet } from './excel-sheets';
import type { PlainRow } from './plain-tables';
import {
  SYSTEM_DOCUMENT_TITLES,
  type SystemDocument,
  type SystemDocumentKind,
} from './system-document';

const BORDER = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDERS = { top: BORDER, left: BORDER, bottom: BORDER, right: BORDER };

/** Digits that all columns together hold: what A4 prints at nearly full size. */
const SHEET_WIDTH = { portrait: 92, landscape: 135 } as const;
type Orientation = keyof typeof SHEET_WIDTH;

/** Holds `2026-03-01` on one line. */
const DAY_WIDTH = 10.5;

/** Points; a sheet shows no higher row. */
const LINE_HEIGHT = 14;
const MOST_HEIGHT = 409;

/** Width of a text in digits; Chinese takes nearly two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char <= '\u02ff' ? 1 : 1.9), 0);

/** What words that stay whole leave free at the ends of lines. */
const RAGGED = 1.5;

/** Lines that a text takes in a cell; office programs do not work heights out when they open a file. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => {
    const needed = widthOf(line);
    return sum + (needed <= width ? 1 : Math.ceil(needed / Math.max(1, width - RAGGED)));
  }, 0);

const heightOf = (cells: readonly string[], widths: readonly number[]): number => {
  const lines = cells.map((text, index) => linesIn(text, widths[index] ?? 1));
  return Math.min(MOST_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + 4);
};

/** Numbers as numbers, so that they can be summed; everything else as text, never a formula. */
const value = (text: string, align: string | undefined): string | number =>
  align === 'right' && /^\d{1,9}(?:\.\d)?$/u.test(text) ? Number(text) : text;

const addRow = (
  sheet: ExcelJS.Worksheet,
  { columns }: Sheet['table'],
  row: PlainRow,
  widths: readonly number[],
): void => {
  const added = sheet.addRow(row.cells.map((text, index) => value(text, columns[index]?.align)));
  added.font = { name: row.kind === 'body' ? '宋体' : '黑体', size: 10 };
  const sum = widths.reduce((total, width) => total + width, 0);
  added.height = heightOf(row.cells, row.kind === 'section' ? [sum] : widths);
  if (row.kind === 'section') sheet.mergeCells(added.number, 1, added.number, columns.length);
  row.cells.forEach((text, index) => {
    if (/^\d+\.\d$/u.test(text)) added.getCell(index + 1).numFmt = '0.0';
  });
};

/** A line over all columns, without borders. */
const addLine = (sheet: ExcelJS.Worksheet, text: string, columns: number, font: object) => {
  const added = sheet.addRow([text]);
  added.font = font;
  sheet.mergeCells(added.number, 1, added.number, columns);
  return added;
};

const fill = (
  sheet: ExcelJS.Worksheet,
  { caption, table, note }: Sheet,
  orientation: Orientation,
): void => {
  const { columns, rows } = table;
  const sum = columns.reduce((total, { weight }) => total + weight, 0);
  const widths = columns.map(({ weight, align }) =>
    Math.max(align === 'center' ? DAY_WIDTH : 6, (weight / sum) * SHEET_WIDTH[orientation]),
  );
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const head = addLine(sheet, caption, columns.length, { name: '黑体', size: 14 });
  head.height = 26;
  head.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  addRow(sheet, table, { kind: 'total', cells: columns.map(({ heading }) => heading) }, widths);
  for (const row of rows) addRow(sheet, table, row, widths);
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const horizontal = number === 2 ? 'center' : columns[column - 1]?.align;
      cell.border = BORDERS;
      cell.alignment = {
        vertical: 'middle',
        wrapText: true,
        ...(horizontal === undefined ? {} : { horizontal }),
      };
    });
  });
  if (note === '') return;
  const last = addLine(sheet, note, columns.length, { name: '宋体', size: 9 });
  last.alignment = { wrapText: true, vertical: 'top' };
  last.height = heightOf([note], [SHEET_WIDTH[orientation]]);
};

/** In print a single & begins a code. */
const printedText = (text: string): string => text.replaceAll('&', '&&');

const runningHeads = (
  { enterpriseName, isSample, date }: SystemDocument,
  title: string,
): Partial<ExcelJS.HeaderFooter> => ({
  oddHeader: `&L${printedText(enterpriseName)}${isSample ? '　示例' : ''}&R${title}`,
  oddFooter: `&C第 &P 页　共 &N 页&R${date}`,
});

/** One document of the standard system as a workbook (.xlsx), set up to print on A4. */
export const renderSystemExcel = async (
  kind: SystemDocumentKind,
  stored: SystemDocument,
): Promise<Uint8Array> => {
  // A character that XML cannot hold would make a file that no program opens.
  const document = wholeTexts(stored);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = document.enterpriseName;
  workbook.created = new Date(document.createdAt);
  workbook.modified = new Date(document.createdAt);
  const orientation = kind === 'list' ? 'landscape' : 'portrait';
  for (const sheet of sheetsOf(kind, document)) {
    const added = workbook.addWorksheet(sheet.name, {
      views: [{ state: 'frozen', ySplit: 2 }],
      headerFooter: runningHeads(document, SYSTEM_DOCUMENT_TITLES[kind]),
      pageSetup: {
        paperSize: 9,
        orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '2:2',
        horizontalCentered: true,
      },
    });
    fill(added, sheet, orientation);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
