import ExcelJS from 'exceljs';
import { listTable, statisticsTable, type PlainTable } from './plain-tables';
import {
  pointAsks,
  pointTitle,
  SYSTEM_DOCUMENT_TITLES,
  type SystemDocument,
  type SystemDocumentKind,
} from './system-document';

interface Sheet {
  readonly name: string;
  readonly caption: string;
  readonly table: PlainTable;
  readonly note: string;
}

const nodeTable = ({ diagrams }: SystemDocument): PlainTable => ({
  columns: [
    { heading: '编号和名称', weight: 60 },
    { heading: '所在图', weight: 40 },
  ],
  rows: diagrams.flatMap(({ title, scene }) =>
    scene.boxes
      .filter(({ node, style }) => node !== undefined && style !== 'leaves')
      .flatMap(({ lines, node }) => [
        { kind: 'body' as const, cells: [lines.join(' '), title] },
        ...scene.boxes
          .filter((box) => box.style === 'leaves' && box.node === node)
          .flatMap((box) => box.lines)
          .map((line) => ({ kind: 'body' as const, cells: [`　　${line}`, title] })),
      ]),
  ),
});

const sheetsOf: Readonly<Record<SystemDocumentKind, (document: SystemDocument) => Sheet[]>> = {
  diagram: (document) => [
    {
      name: '结构',
      caption: SYSTEM_DOCUMENT_TITLES.diagram,
      table: nodeTable(document),
      note: '图形见 PDF、Word 或 SVG 文件。',
    },
  ],
  list: ({ list }) => [
    { name: '明细表', caption: SYSTEM_DOCUMENT_TITLES.list, table: listTable(list), note: '' },
  ],
  statistics: ({ statistics }) =>
    statistics.map((table, index) => ({
      name: `统计表${index + 1}`,
      caption: table.title,
      table: statisticsTable(table),
      note: table.note,
    })),
  notes: ({ notes }) => [
    {
      name: '编制说明',
      caption: SYSTEM_DOCUMENT_TITLES.notes,
      table: {
        columns: [
          { heading: '条目', weight: 25 },
          { heading: '内容', weight: 75 },
        ],
        rows: notes.map((point, index) => ({
          kind: 'body' as const,
          cells: [
            pointTitle(point, index),
            [point.text, pointAsks(point)].filter((text) => text !== '').join('\n'),
          ],
        })),
      },
      note: '',
    },
  ],
};

const BORDER = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDERS = { top: BORDER, left: BORDER, bottom: BORDER, right: BORDER };
/** Characters over all columns together. */
const SHEET_WIDTH = 130;

/** Whole numbers as numbers, so that they can be summed; everything else as text, never a formula. */
const value = (text: string, align: string | undefined): string | number =>
  align === 'right' && /^\d{1,9}$/u.test(text) ? Number(text) : text;

const fill = (sheet: ExcelJS.Worksheet, { caption, table, note }: Sheet): void => {
  const { columns, rows } = table;
  const sum = columns.reduce((total, { weight }) => total + weight, 0);
  columns.forEach(({ weight }, index) => {
    sheet.getColumn(index + 1).width = Math.max(6, (weight / sum) * SHEET_WIDTH);
  });
  sheet.addRow([caption]).font = { name: '黑体', size: 14 };
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell(1, 1).alignment = { horizontal: 'center' };
  const head = sheet.addRow(columns.map(({ heading }) => heading));
  head.font = { name: '黑体', size: 10 };
  for (const row of rows) {
    const added = sheet.addRow(row.cells.map((text, index) => value(text, columns[index]?.align)));
    added.font = { name: row.kind === 'body' ? '宋体' : '黑体', size: 10 };
    if (row.kind === 'section') {
      sheet.mergeCells(added.number, 1, added.number, columns.length);
    }
  }
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const align = number === 2 ? 'center' : columns[column - 1]?.align;
      cell.border = BORDERS;
      cell.alignment = {
        vertical: 'middle',
        wrapText: true,
        ...(align === undefined ? {} : { horizontal: align }),
      };
    });
  });
  if (note !== '') sheet.addRow([note]).font = { name: '宋体', size: 9 };
};

/** One document of the standard system as a workbook (.xlsx). */
export const renderSystemExcel = async (
  kind: SystemDocumentKind,
  document: SystemDocument,
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = document.enterpriseName;
  workbook.created = new Date(document.createdAt);
  workbook.modified = new Date(document.createdAt);
  for (const sheet of sheetsOf[kind](document)) {
    const added = workbook.addWorksheet(sheet.name, {
      views: [{ state: 'frozen', ySplit: 2 }],
      pageSetup: {
        paperSize: 9,
        orientation: kind === 'list' ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '2:2',
      },
    });
    fill(added, sheet);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
