/**
 * Makes the messy list of standards to try the import by hand: 杂乱的标准台账.xlsx, and the same rows as GB18030 .csv.
 * Everything in it was met in real lists. No clock, no random numbers: the same rows come out each time.
 */
import Excel from 'exceljs';
import iconv from 'iconv-lite';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const { standards } = JSON.parse(readFileSync(join(folder, '2003', 'standards.json'), 'utf8'));
const wide = (text) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Spellings that people use for one number. */
const spellings = [
  (number) => number,
  (number) => number.replace('-', '—'),
  (number) => number.replace('/', '／').replaceAll('-', '－'),
  // Without its blank, Q/SLJD J0101 would be another company's number: nobody could tell.
  (number) => (number.startsWith('Q/') ? number : number.replace(' ', '')),
  (number) => ` ${number} `,
  (number) => number.toLowerCase(),
  wide,
];
const serial = (day) => Math.round(Date.parse(day) / 86_400_000) + 25_569;
/** Notations of a date; the last two are cells of a number and of a date. */
const notations = [
  (day) => day,
  (day) => day.replaceAll('-0', '-').replaceAll('-', '.'),
  (day) => day.replaceAll('-', '/'),
  (day) => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日'),
  (day) => day.replaceAll('-', ''),
  wide,
  serial,
  (day) => new Date(`${day}T00:00:00Z`),
];
const sections = { J: '一、技术标准体系', G: '二、管理标准体系', Z: '三、工作标准体系' };
const heads = [
  [
    '序号',
    '体系代码',
    '标准代号',
    '标 准 名 称',
    '日期',
    '',
    '采用的国际、国外标准',
    '',
    '归口部门',
    '备  注',
  ],
  ['', '', '', '', '发布', '实施', '编号', '程度', '', ''],
];
const degrees = { IDT: '等同', MOD: '修改', NEQ: '非等效' };

function cellsOf(standard, index) {
  const spell = spellings[index % spellings.length];
  const dated = (day, shift) =>
    day === null ? '' : notations[(index + shift) % notations.length](day);
  const isTogether = index % 41 === 7;
  const number = spell(standard.number);
  const title = index % 5 === 2 ? `《${standard.title}》` : standard.title;
  return [
    index + 1,
    standard.systemCode,
    isTogether ? `${standard.number} ${standard.title}` : number,
    isTogether ? '' : index % 9 === 4 ? `${title}　 ` : title,
    dated(standard.issuedOn, 0),
    dated(standard.inForceOn, 3),
    standard.adoptedNumber,
    degrees[standard.adoptionDegree] ?? '',
    standard.department,
    standard.note,
  ];
}

/** The rows below the head, with everything that stands between standards. */
function bodyRows() {
  const rows = [];
  let letter = '';
  const chosen = standards.filter((_, index) => index % 9 !== 8);
  chosen.forEach((standard, index) => {
    const first = standard.systemCode.charAt(0);
    if (first !== letter) rows.push([sections[(letter = first)]]);
    rows.push(cellsOf(standard, index));
    if (index % 50 === 49) rows.push(['本页小计：50'], [], heads[0], heads[1]);
    if (index % 37 === 36) rows.push([]);
  });
  rows.push(cellsOf(chosen[3], 3), cellsOf(chosen[20], 21));
  rows.push([
    201,
    'J01',
    '20242277-T-604',
    '（在研计划，尚未发布）',
    '',
    '',
    '',
    '',
    '技术中心',
    '国标计划',
  ]);
  rows.push([
    202,
    'J05',
    'GB-T 24737.3-2009',
    '工艺管理导则 第3部分',
    '',
    '2010-02',
    '',
    '',
    '技术中心',
    '按文件名登记',
  ]);
  rows.push([
    203,
    'J12',
    'GB 2894',
    '安全标志（不注日期）',
    '',
    '2021-02-30',
    '',
    '',
    '安全环保部',
    '',
  ]);
  rows.push([
    204,
    'G13',
    '住建部令第 37 号',
    '危险性较大的分部分项工程安全管理规定',
    '',
    '01/06/2018',
    '',
    '',
    '安全环保部',
    '法规',
  ]);
  rows.push([
    205,
    'G06',
    'LJD-QP-14',
    '不合格品控制程序',
    '',
    '',
    '',
    '',
    '质量与标准化部',
    '内部文件',
  ]);
  rows.push([206, '', '', '', '', '', '', '', '质量与标准化部', '行号登记错误，待查']);
  rows.push(['编制：周示例　　审核：顾示例　　批准：沈示例']);
  return rows;
}

async function makeWorkbook() {
  const book = new Excel.Workbook();
  book.created = book.modified = new Date(Date.UTC(2026, 0, 5));
  book
    .addWorksheet('封面')
    .addRows([['苏州良矩达精密机械有限公司（示例）'], ['企业标准体系文件'], ['2026 年版']]);
  const sheet = book.addWorksheet('标准明细表');
  sheet.addRow(['苏州良矩达精密机械有限公司（示例）标准明细表']);
  sheet.addRow(['编号：LJD-JL-018']);
  sheet.addRows(heads);
  for (const range of [
    'A1:J1',
    'E3:F3',
    'G3:H3',
    'A3:A4',
    'B3:B4',
    'C3:C4',
    'D3:D4',
    'I3:I4',
    'J3:J4',
  ])
    sheet.mergeCells(range);
  for (const row of bodyRows()) {
    const added = sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
    if (row.length === 1) sheet.mergeCells(added.number, 1, added.number, 10);
    row.forEach((cell, index) => {
      if (cell instanceof Date) added.getCell(index + 1).numFmt = 'yyyy"年"m"月"d"日"';
    });
  }
  mergeDepartments(sheet);
  sheet.getCell('D8').value = {
    richText: [{ text: '标准化', font: { bold: true } }, { text: '工作指南（富文本）' }],
  };
  sheet.getCell('J9').value = { formula: '1/0', result: { error: '#DIV/0!' } };
  sheet.getCell('J10').value = { text: '查询入口', hyperlink: 'https://example.com/' };
  sheet.getCell('I11').value = { formula: '"技术"&"中心"', result: '技术中心' };
  sheet.columns.forEach(
    (column, index) => (column.width = [6, 10, 26, 44, 16, 16, 18, 8, 18, 30][index]),
  );
  book.addWorksheet('统计表').addRows([
    ['级别', '应有数', '现有数'],
    ['国家标准', 120, 118],
    ['合计', 120, 118],
  ]);
  const bytes = withoutTimes(Buffer.from(await book.xlsx.writeBuffer()));
  writeFileSync(join(folder, '杂乱的标准台账.xlsx'), bytes);
}

/** The archive notes when each part was packed; fixed, so that the same rows give the same bytes. */
function withoutTimes(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = bytes.readUInt32LE(at + 42);
    for (const field of [at + 12, local + 10]) bytes.writeUInt32LE(0x5c250000, field);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}

/** Neighbouring equal departments become one merged cell, as people like them. */
function mergeDepartments(sheet) {
  let start = 5;
  for (let row = 6; row <= 60; row += 1) {
    const value = sheet.getCell(row, 9).value;
    if (
      value !== null &&
      value === sheet.getCell(start, 9).value &&
      !sheet.getCell(row, 9).isMerged
    )
      continue;
    if (row - start >= 3 && sheet.getCell(start, 9).value !== null)
      sheet.mergeCells(start, 9, row - 1, 9);
    start = row;
  }
}

const text = (cell) =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function makeCsv() {
  const rows = [['苏州良矩达精密机械有限公司（示例）标准明细表'], ...heads, ...bodyRows()];
  const lines = rows.map((row) => row.map((cell) => quote(text(cell))).join(','));
  writeFileSync(
    join(folder, '杂乱的标准台账-GB18030.csv'),
    iconv.encode(`${lines.join('\r\n')}\r\n`, 'gb18030'),
  );
}

await makeWorkbook();
makeCsv();
