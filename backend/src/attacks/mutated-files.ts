/** Files as they are, and then not quite: bytes and texts of workbooks, tables and documents changed by chance. */
import { utils, write, type BookType } from '@e965/xlsx';
import { inlineRows, packageOf } from '@liangxing/spreadsheet/testing';
import type { SeededRandom } from './seeded-random';

const ROWS = [
  ['标准编号', '标准名称', '发布日期', '状态', '代替'],
  ['GB/T 1.1-2020', '标准化工作导则', '2020-03-31', '现行', 'GB/T 1.1-2009'],
  ['GB_T 93-1987', '弹簧垫圈', '43910', '停用', '〃'],
  ['Q/SLJD 0401-2026', '检验规程\n第二行', '2017', '拟制定', '主管部门'],
];

function sheetJs(bookType: BookType): Buffer {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(ROWS);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 1 } }];
  utils.book_append_sheet(book, sheet, '明细');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], [1.5], [true]]), '说明');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

const CSV = ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
const PDF = `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n`;

/** The parts of a workbook, whose texts are changed before they are packed: a changed zip is refused too early. */
const PARTS: Readonly<Record<string, string>> = {
  '_rels/.rels':
    '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook><workbookPr date1904="1"/><sheets><sheet name="明细" sheetId="1" r:id="s1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="y" Type="x/styles" Target="styles.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="164" fontId="1"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': `<worksheet>${inlineRows(ROWS).replace(
    '</sheetData>',
    '<row r="9" hidden="1"><c r="A9" s="0"><v>43910</v></c><c r="B9"><f>A9&amp;"-"&amp;C2</f><v/></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
  )}</worksheet>`,
};
const ODS_PARTS: Readonly<Record<string, string>> = {
  'content.xml':
    '<d><body><spreadsheet><table name="a"><table-row number-rows-repeated="2"><table-cell value-type="string" number-columns-repeated="3"><p>GB/T 1.1-2020</p></table-cell><table-cell value-type="date" date-value="2020-01-01"/></table-row></table></spreadsheet></body></d>',
};

const SPLINTERS = [
  '',
  '0',
  '-1',
  '1e999',
  '99999999999',
  '\ufffd',
  '"',
  '<',
  '&',
  '\u0001',
  'A1:XFD1048576',
  '〃',
  ',',
  '\n',
];

function mutatedText(text: string, random: SeededRandom): string {
  let result = text;
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
    const at = random.below(result.length);
    const end = at + random.below(24);
    const slice = random.pick([random.pick(SPLINTERS), result.slice(at, end).repeat(2), '']);
    result = result.slice(0, at) + slice + result.slice(end);
  }
  return result;
}

function mutatedBytes(bytes: Buffer, random: SeededRandom): Buffer {
  const result = Buffer.from(bytes);
  for (let changes = 1 + random.below(12); changes > 0; changes -= 1)
    result[random.below(result.length)] = random.pick([0, 0xff, 0x7f, random.below(256)]);
  if (random.isLucky(0.2)) return result.subarray(0, random.below(result.length));
  if (random.isLucky(0.2)) {
    const at = random.below(result.length);
    return Buffer.concat([result.subarray(0, at), result.subarray(random.below(result.length))]);
  }
  return result;
}

async function mutatedPackage(
  parts: Readonly<Record<string, string>>,
  random: SeededRandom,
): Promise<Buffer> {
  const changed = random.pick(Object.keys(parts));
  return packageOf({ ...parts, [changed]: mutatedText(parts[changed] ?? '', random) });
}

type Maker = (random: SeededRandom) => Buffer | Promise<Buffer>;
const whole = new Map<BookType, Buffer>();
const bytesOf =
  (type: BookType): Maker =>
  (random) => {
    const bytes = whole.get(type) ?? sheetJs(type);
    whole.set(type, bytes);
    return mutatedBytes(bytes, random);
  };

/** What our own readers and the receivers of files meet. */
const OWN_READERS: readonly (readonly [extension: string, make: Maker])[] = [
  ['xlsx', (random) => mutatedPackage(PARTS, random)],
  ['ods', (random) => mutatedPackage(ODS_PARTS, random)],
  ['csv', (random) => Buffer.from(mutatedText(CSV, random))],
  ['csv', (random) => mutatedBytes(Buffer.from(CSV), random)],
  ['xlsx', bytesOf('xlsx')],
  ['ods', bytesOf('ods')],
  ['pdf', (random) => mutatedBytes(Buffer.from(PDF), random)],
];

/** With old workbooks, which are refused by name. */
const ALL_READERS = [...OWN_READERS, ['xls', bytesOf('biff8')], ['xls', bytesOf('biff5')]] as const;

export interface MutatedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The file of a number; all kinds come in turn. */
export async function mutatedFile(
  index: number,
  random: SeededRandom,
  makers: 'own' | 'all' = 'all',
): Promise<MutatedFile> {
  const among = makers === 'own' ? OWN_READERS : ALL_READERS;
  const [extension, make] = among[index % among.length] ?? ['csv', () => Buffer.from(CSV)];
  // Now and then under the name of another kind.
  const shown = random.isLucky(0.1) ? random.pick(['csv', 'xlsx', 'xls', 'pdf']) : extension;
  return { name: `a.${shown}`, content: await make(random) };
}
