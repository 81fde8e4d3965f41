import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPREADSHEET_LIMITS } from './limits';
import { modernWorkbook } from './old-workbook';
import { readSpreadsheet, type Moderniser } from './read-spreadsheet';

const inThisProcess: Moderniser = (bytes) => {
  const modern = modernWorkbook(bytes);
  return modern ? Promise.resolve(Buffer.from(modern)) : Promise.reject(new Error('password'));
};

/** A register as people keep it, as SheetJS writes it in an old format. */
function oldRegister(bookType: BookType, is1904 = false): Buffer {
  const sheet = utils.aoa_to_sheet([
    ['标准编号', '标准名称', '实施日期', '代码', '在用'],
    ['GB/T 19001-2016', '质量管理体系\n要求', { t: 'n', v: 42_917, z: 'yyyy/m/d' }, 7, true],
    ['', '', '', '', ''],
    ['GB/T 1.1-2020', '标准化工作导则', '', { t: 'n', v: 1.1, z: '0.00' }, false],
  ]);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  const book: WorkBook = utils.book_new();
  utils.book_append_sheet(book, sheet, '明细');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明']]), '封面');
  book.Workbook = { WBProps: { date1904: is1904 }, Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

describe('a workbook of Excel 97–2003', () => {
  it('gives what the same workbook gives as .xlsx: days, digits, merges, hidden sheets', async () => {
    const old = await readSpreadsheet(oldRegister('biff8'), undefined, inThisProcess);
    const modern = await readSpreadsheet(oldRegister('xlsx'));
    expect(old).toEqual({ ...modern, encoding: 'xls' });
    expect(old.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['明细', false],
      ['封面', true],
    ]);
    expect(old.sheets[0]?.rows[1]?.cells).toEqual([
      'GB/T 19001-2016',
      '质量管理体系\n要求',
      '2017-07-01',
      '7',
      'TRUE',
    ]);
  });

  it('counts days from 1904 where it says so', async () => {
    const { sheets } = await readSpreadsheet(oldRegister('biff8', true), undefined, inThisProcess);
    expect(sheets[0]?.is1904).toBe(true);
    expect(sheets[0]?.rows[1]?.cells[2]).toBe('2021-07-02');
  });

  it('is read as an office program writes it: hidden rows and sheets, days, merges', async () => {
    const bytes = readFileSync(join(__dirname, 'fixtures', 'register.xls'));
    const { sheets } = await readSpreadsheet(bytes, undefined, inThisProcess);
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['明细', false],
      ['封面', true],
    ]);
    expect(sheets[0]?.rows.map(({ number, isHidden }) => [number, isHidden === true])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, false],
      [5, false],
    ]);
    expect(sheets[0]?.rows[1]?.cells).toEqual([
      'GB/T 19001-2016',
      '质量管理体系\n要求',
      '2017-07-01',
      '7',
      'TRUE',
    ]);
    // The merged number belongs to the hidden row too.
    expect(sheets[0]?.rows[2]?.cells[0]).toBe('GB/T 19001-2016');
    expect(sheets[0]?.rows[3]?.cells[3]).toBe('1.10');
  });

  it('is read from before Excel 97 too, in the code page of who wrote it', async () => {
    // No writer at hand knows code pages: bytes are put in the place of letters, and 936 in that of 1252.
    const sheet = utils.aoa_to_sheet([['ABCDEFGH', 'x']]);
    const book = utils.book_new(sheet, 'A');
    const bytes = write(book, { type: 'buffer', bookType: 'biff5' }) as Buffer;
    Buffer.from('b1ead7bcb1e0bac5', 'hex').copy(bytes, bytes.indexOf('ABCDEFGH'));
    Buffer.from('42000200a803', 'hex').copy(
      bytes,
      bytes.indexOf(Buffer.from('42000200e404', 'hex')),
    );
    const { sheets } = await readSpreadsheet(bytes, undefined, inThisProcess);
    expect(sheets[0]?.rows[0]?.cells).toEqual(['标准编号', 'x']);
  });

  it('is refused with what to do where nothing can read it safely', async () => {
    await expect(readSpreadsheet(oldRegister('biff8'))).rejects.toMatchObject({
      code: 'spreadsheet_old_xls',
    });
  });

  it('is bound by the limits of all files', async () => {
    const limits = { ...SPREADSHEET_LIMITS, rows: 2 };
    await expect(
      readSpreadsheet(oldRegister('biff8'), limits, inThisProcess),
    ).rejects.toMatchObject({ code: 'spreadsheet_too_many_rows' });
  });
});
