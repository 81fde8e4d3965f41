/** A register of a company as a workbook, with dates and numbers written in several ways; seeded, so equal in every run. */
import ExcelJS from 'exceljs';
import { seededRandom } from './measure';

const HEADS = [
  '序号',
  '体系编号',
  '标准编号',
  '标准名称',
  '发布日期',
  '实施日期',
  '责任部门',
  '备注',
];

interface WorkbookOptions {
  readonly rows: number;
  /** Titles to take in turn; without them titles of products are made. */
  readonly titles?: readonly string[];
  /** Number of the first row, so that two workbooks have no number in common. */
  readonly from?: number;
}

/** @returns bytes of an .xlsx with a title row, a head and `rows` standards */
export async function registerWorkbook(options: WorkbookOptions): Promise<Buffer> {
  const { rows, titles, from = 1 } = options;
  const random = seededRandom(7);
  const oneOf = (values: readonly string[]): string =>
    values[Math.floor(random() * values.length)] ?? '';
  const madeTitle = (row: number): string =>
    `${oneOf(['钢制', '铝制', '塑料', '不锈钢'])}${oneOf(['阀门', '管件', '紧固件'])} 第${row}部分 技术条件`;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('标准明细');
  sheet.addRow(['企业标准体系明细表']);
  sheet.addRow(HEADS);
  for (let row = from; row < from + rows; row += 1)
    sheet.addRow([
      row,
      `${oneOf(['J01', 'J02', 'J03', 'G04', 'G06'])}-${row}`,
      `${oneOf(['GB/T', 'GB', 'JB/T', 'HG/T', 'Q/SZLX'])} ${row}-${1995 + Math.floor(random() * 30)}`,
      titles === undefined ? madeTitle(row) : `${titles[row % titles.length] ?? ''} ${row}`,
      oneOf(['2015-03-01', '2015.3.1', '2015年3月1日', '20150301']),
      oneOf(['2016-01-01', '2016/1/1', '2016年1月1日']),
      oneOf(['质量部', '技术部', '生产部', '采购部']),
      oneOf(['', '', '', '待更新']),
    ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
