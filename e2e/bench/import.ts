/** Import of a workbook of 10,000 rows: recognise, read and check against merely reading the file. */
/* eslint-disable @nx/enforce-module-boundaries -- measures libraries and the import from inside; nothing depends on this folder */
import ExcelJS from 'exceljs';
import { planActions } from '../../backend/src/features/standards/import/recognition/plan-actions';
import { readRows } from '../../backend/src/features/standards/import/recognition/read-rows';
import {
  bestSheet,
  recogniseTable,
} from '../../backend/src/features/standards/import/recognition/recognise-columns';
import { readSpreadsheet } from '../../backend/src/features/standards/import/spreadsheet/read-spreadsheet';
import { median, milliseconds, report, seededRandom } from './measure';

const ROWS = 10_000;
const random = seededRandom(7);
const oneOf = (values: readonly string[]): string =>
  values[Math.floor(random() * values.length)] ?? '';

async function workbookBytes(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('标准明细');
  sheet.addRow(['企业标准体系明细表']);
  sheet.addRow([
    '序号',
    '体系编号',
    '标准编号',
    '标准名称',
    '发布日期',
    '实施日期',
    '责任部门',
    '备注',
  ]);
  for (let row = 1; row <= ROWS; row += 1)
    sheet.addRow([
      row,
      `${oneOf(['J01', 'J02', 'J03', 'G04', 'G06'])}-${row}`,
      `${oneOf(['GB/T', 'GB', 'JB/T', 'HG/T', 'Q/SZLX'])} ${row}-${1995 + Math.floor(random() * 30)}`,
      `${oneOf(['钢制', '铝制', '塑料', '不锈钢'])}${oneOf(['阀门', '管件', '紧固件'])} 第${row}部分 技术条件`,
      oneOf(['2015-03-01', '2015.3.1', '2015年3月1日', '20150301']),
      oneOf(['2016-01-01', '2016/1/1', '2016年1月1日']),
      oneOf(['质量部', '技术部', '生产部', '采购部']),
      oneOf(['', '', '', '待更新']),
    ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function preview(bytes: Buffer): Promise<{ reading: number; whole: number; rows: number }> {
  const start = performance.now();
  const { sheets } = await readSpreadsheet(bytes);
  const reading = performance.now() - start;
  const sheet = sheets[bestSheet(sheets)];
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  const table = recogniseTable(sheet);
  const { rows } = await readRows(sheet, table);
  const planned = await planActions(rows, [], 'update');
  return { reading, whole: performance.now() - start, rows: planned.length };
}

const bytes = await workbookBytes();
const reading: number[] = [];
const whole: number[] = [];
const withExcelJs: number[] = [];
let rows = 0;
for (let repetition = 0; repetition < 7; repetition += 1) {
  const alone = performance.now();
  await readSpreadsheet(bytes);
  reading.push(performance.now() - alone);
  const previewed = await preview(bytes);
  whole.push(previewed.whole);
  rows = previewed.rows;
  if (repetition < 3) {
    const start = performance.now();
    await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer);
    withExcelJs.push(performance.now() - start);
  }
}
if (rows !== ROWS) throw new Error(`${rows} rows were read instead of ${ROWS}`);
report(
  [
    {
      what: 'Import of 10,000 rows (.xlsx): read, recognise, check, compare, without storing',
      ours: milliseconds(median(whole)),
      other: `${milliseconds(median(reading))} merely reading, same reader`,
      ratio: median(whole) / median(reading),
      aim: { atMost: 2 },
    },
    {
      what: 'The same import against merely reading with ExcelJS',
      ours: milliseconds(median(whole)),
      other: milliseconds(median(withExcelJs)),
      ratio: median(whole) / median(withExcelJs),
    },
    { what: 'Import with commit on PostgreSQL', missing: 'no measurement of it is written yet' },
  ],
  [
    `The file has ${(bytes.length / 1024).toFixed(0)} KiB; it is read by the product's own reader, so that is “the same library”.`,
  ],
);
