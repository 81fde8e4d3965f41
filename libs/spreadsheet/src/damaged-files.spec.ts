import { readSpreadsheet } from './read-spreadsheet';
import type { Sheet, Spreadsheet } from './sheet';
import { inlineRows, workbookPackage } from './testing/workbook-package';

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const formula = (body: string, type = ''): string =>
  `<c${type}><f>${body.replaceAll('&', '&amp;')}</f><v/></c>`;
const sheetOf = async (rows: readonly string[], styles?: string): Promise<Sheet> => {
  const data = rows.map((cells) => (cells.startsWith('<row') ? cells : `<row>${cells}</row>`));
  const bytes = await workbookPackage({
    sheets: [`<sheetData>${data.join('')}</sheetData>`],
    ...(styles === undefined ? {} : { styles }),
  });
  const [sheet] = (await readSpreadsheet(bytes)).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

describe('a formula for which the file holds no result', () => {
  it('is computed where it only joins texts and cells, also those that are joined themselves', async () => {
    const { rows, uncountedFormulas } = await sheetOf([
      text('GB/T') +
        '<c><v>19001</v></c><c><v>2016</v></c>' +
        formula('A1&" "&B1&"-"&C1') +
        formula('CONCATENATE("《",$D$1,"》")') +
        formula('E1'),
    ]);
    expect(rows[0]?.cells.slice(3)).toEqual([
      'GB/T 19001-2016',
      '《GB/T 19001-2016》',
      '《GB/T 19001-2016》',
    ]);
    expect(uncountedFormulas).toBeUndefined();
  });

  it('is counted by its column where it is more: a function, a sum, another sheet, a circle', async () => {
    const { rows, uncountedFormulas } = await sheetOf([
      text('a') + formula('ROW()-1') + formula('A1+1') + formula('Sheet2!A1'),
      text('b') + formula('ROW()-1') + formula('C2&"x"'),
    ]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['a', 'b']);
    expect(uncountedFormulas).toEqual([
      { column: 'B', count: 2 },
      { column: 'C', count: 2 },
      { column: 'D', count: 1 },
    ]);
  });

  it('is no fault where its result is the empty text', async () => {
    const { uncountedFormulas } = await sheetOf([
      text('a') + formula('IF(A1="","",1)', ' t="str"'),
    ]);
    expect(uncountedFormulas).toBeUndefined();
  });

  it('leaves no row where a row holds nothing else', async () => {
    const { rows } = await sheetOf([text('a'), formula('ROW()'), text('c')]);
    expect(rows.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('never grows beyond what a cell holds', async () => {
    const doubled = Array.from({ length: 18 }, (_, at) => formula(`A${at + 1}&A${at + 1}`));
    const { rows, uncountedFormulas } = await sheetOf([text('标'), ...doubled]);
    expect(Math.max(...rows.map(({ cells }) => cells[0]?.length ?? 0))).toBeLessThan(32_768);
    expect(uncountedFormulas).toEqual([{ column: 'A', count: 4 }]);
  });
});

describe('a row that the program shows otherwise', () => {
  const styles =
    '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>' +
    '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>' +
    '<dxfs><dxf><font><strike/></font></dxf></dxfs>';
  const styled = (style: number): string => `<c s="${style}" t="inlineStr"><is><t>x</t></is></c>`;

  it('is marked when it is hidden', async () => {
    const { rows } = await sheetOf([`<row r="2" hidden="1">${text('a')}</row>`, text('b')]);
    expect(rows.map(({ isHidden }) => isHidden)).toEqual([true, undefined]);
  });

  it('is marked when half of what it holds is struck through', async () => {
    const { rows } = await sheetOf(
      [styled(0) + styled(1), styled(1) + styled(0) + styled(0), styled(2), styled(0)],
      styles,
    );
    expect(rows.map(({ isStruck }) => isStruck)).toEqual([true, undefined, undefined, undefined]);
  });
});

describe('a workbook that counts its days from 1904', () => {
  it('says so, for serial numbers without a format', async () => {
    const bytes = await workbookPackage({
      sheets: [inlineRows([['a']])],
      workbook: '<workbookPr date1904="1"/>',
    });
    expect((await readSpreadsheet(bytes)).sheets[0]?.is1904).toBe(true);
  });
});

describe('a text of which bytes were lost', () => {
  const read = (...parts: (string | Buffer)[]): Promise<Spreadsheet> =>
    readSpreadsheet(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

  it('is read with the damaged character visible', async () => {
    const half = Buffer.from('储').subarray(0, 2);
    const { encoding, sheets } = await read('标准名称\n包装', half, '运图示标志的要求与试验\n');
    expect([encoding, sheets[0]?.rows[1]?.cells[0]]).toEqual([
      'utf-8',
      '包装\ufffd运图示标志的要求与试验',
    ]);
  });

  it('is read in GB18030 too, where U+FFFD may stand as it is', async () => {
    const damaged = Buffer.from([0x84, 0x31, 0xa4, 0x37]);
    const people = Buffer.from([0xd6, 0xd0, 0xbb, 0xaa, 0xc8, 0xcb, 0xc3, 0xf1]);
    const { encoding, sheets } = await read(people, damaged, people);
    expect([encoding, sheets[0]?.rows[0]?.cells[0]]).toEqual(['gb18030', '中华人民\ufffd中华人民']);
  });

  it('is refused where most of it is lost', async () => {
    await expect(read(Buffer.alloc(200, 0xff))).rejects.toMatchObject({
      code: 'spreadsheet_damaged',
    });
  });
});
