import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { readSpreadsheet } from './read-spreadsheet';
import { packageOf } from './testing/workbook-package';

/** As SheetJS writes it. */
function bookOf(shape: (book: WorkBook) => void, bookType: BookType): Buffer {
  const book = utils.book_new();
  shape(book);
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

const register = (book: WorkBook): void => {
  const rows = [
    ['标准编号', '标准名称', '实施日期', '代码'],
    ['GB/T 19001-2016', '质量管理体系\n要求', { t: 'n', v: 42_917, z: 'yyyy/m/d' }, 7],
    ['', '', '', ''],
    ['GB/T 1.1-2020', '标准化工作导则', '', { t: 'n', v: 1.1, z: '0.00' }],
  ];
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  utils.book_append_sheet(book, sheet, '明细');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明']]), '封面');
  if (book.Workbook?.Sheets?.[1]) book.Workbook.Sheets[1].Hidden = 1;
};

const content = (table: string, styles = ''): Promise<Buffer> =>
  packageOf({
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
  });
const cell = (text: string, more = ''): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;

describe('an OpenDocument spreadsheet', () => {
  it('is read as SheetJS writes it', async () => {
    const { encoding, sheets } = await readSpreadsheet(bookOf(register, 'ods'));
    expect(encoding).toBe('ods');
    expect(sheets[0]?.rows.map(({ cells }) => cells[0])).toEqual([
      '标准编号',
      'GB/T 19001-2016',
      'GB/T 1.1-2020',
    ]);
    // This writer gives a day as a figure in a format of days, which no office program does.
    expect(sheets[0]?.rows[1]?.cells[2]).toBe('42917');
  });

  it('gives paragraphs, blanks and spans, hidden and struck rows, and no remarks', async () => {
    const styles =
      '<style:style style:name="s"><style:text-properties style:text-line-through-style="solid"/></style:style>' +
      '<style:style style:name="t"><style:table-properties table:display="false"/></style:style>';
    const table = `<table:table table:name="一" table:style-name="t"><table:table-row>
        <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string">
          <office:annotation><text:p>remark</text:p></office:annotation><text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p>
        </table:table-cell><table:covered-table-cell/>${cell('x', 'table:style-name="s"')}</table:table-row>
      <table:table-row table:visibility="collapse"><table:covered-table-cell table:number-columns-repeated="2"/>
        <table:table-cell office:value-type="float" office:value="1.1"><text:p>1.10</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2020-10-01T00:00:00"><text:p>20-10-1</text:p></table:table-cell>
      </table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    const { sheets } = await readSpreadsheet(await content(table, styles));
    expect(sheets).toEqual([
      {
        name: '一',
        isHidden: true,
        rows: [
          { number: 1, cells: ['甲  乙\n丙', '甲  乙\n丙', 'x'], isStruck: true },
          { number: 2, cells: ['甲  乙\n丙', '甲  乙\n丙', '1.10', '2020-10-01'], isHidden: true },
        ],
      },
    ]);
  });

  it.each([
    [
      'rows',
      `<table:table-row table:number-rows-repeated="1048576">${cell('x')}</table:table-row>`,
      'spreadsheet_too_many_rows',
    ],
    [
      'cells',
      `<table:table-row table:number-rows-repeated="50000">${cell('x', 'table:number-columns-repeated="16384"')}</table:table-row>`,
      'spreadsheet_too_many_cells',
    ],
  ])('with %s repeated without end is refused', async (_, rows, code) => {
    const bytes = await content(`<table:table table:name="a">${rows}</table:table>`);
    await expect(readSpreadsheet(bytes)).rejects.toMatchObject({ code });
  });

  it('that is a text is named', async () => {
    const bytes = await packageOf({
      'content.xml': '<office:document-content><office:text/></office:document-content>',
    });
    await expect(readSpreadsheet(bytes)).rejects.toMatchObject({ code: 'spreadsheet_wrong_type' });
  });

  it('with a password is named', async () => {
    const bytes = await packageOf({
      'content.xml': 'x',
      'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>',
    });
    await expect(readSpreadsheet(bytes)).rejects.toMatchObject({ code: 'spreadsheet_encrypted' });
  });
});
