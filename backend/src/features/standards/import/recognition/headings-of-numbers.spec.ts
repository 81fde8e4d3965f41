/** Headings in the column of numbers, in every kind of file that a register comes in. */
import { utils, write, type BookType } from '@e965/xlsx';
import { modernWorkbook } from '@liangxing/spreadsheet/old-workbook';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { previewOf } from '../import-preview';
import { bestSheet } from './choose-sheets';

const TABLE = [
  ['序号', '标准编号', '标准名称', '实施日期'],
  ['', '一、企业标准', '', ''],
  ['1', 'Q/SLJD G0302-2026', '采购控制程序', '2026-01-01'],
  ['', '第一部分 技术标准', '', ''],
  ['2', 'GB/T 19001-2016', '质量管理体系 要求', '2017-07-01'],
  ['二', '（二）管理标准', '', ''],
  ['3', 'GB/T 1.1-2020', '标准化工作导则', '2020-10-01'],
  ['4', 'GB/T 9969-2008', '', ''],
];

const file = (bookType: BookType): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(TABLE), '台账');
  return write(book, { type: 'buffer', bookType }) as Buffer;
};
const inThisProcess = (bytes: Uint8Array): Promise<Buffer> => {
  const modern = modernWorkbook(bytes);
  return modern ? Promise.resolve(Buffer.from(modern)) : Promise.reject(new Error('password'));
};

describe('a heading in the column of numbers', () => {
  it.each(['csv', 'xlsx', 'biff8'] as const)(
    'is no row of the import, but the section of those below it: %s',
    async (bookType) => {
      const { sheets } = await readSpreadsheet(file(bookType), undefined, inThisProcess);
      const { preview, planned } = previewOf(
        { fileName: '台账', encoding: bookType, sheetNames: sheets.map(({ name }) => name) },
        sheets,
        {
          sheets: [bestSheet(sheets)],
          duplicates: 'update',
          leftOut: { hidden: false, struck: false },
        },
        [],
      );
      expect(planned.map(({ action, row }) => [action, row.record.number])).toEqual([
        ['insert', 'Q/SLJD G0302-2026'],
        ['insert', 'GB/T 19001-2016'],
        ['insert', 'GB/T 1.1-2020'],
        ['insert', 'GB/T 9969-2008'],
      ]);
      expect(
        preview.notes.filter(({ kind }) => kind === 'section').map(({ text }) => text),
      ).toEqual(['一、企业标准', '第一部分 技术标准', '（二）管理标准']);
    },
  );
});
