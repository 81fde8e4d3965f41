import { SPREADSHEET_LIMITS, SpreadsheetProblem } from '.';
import { readSpreadsheet } from './read';
import { inlineRows, packageOf, workbookPackage } from './testing/workbook-package';

/** What reading says: the code of its refusal with the place, or the sheets. */
async function outcome(bytes: Buffer | Promise<Buffer>) {
  try {
    return { sheets: (await readSpreadsheet(await bytes)).sheets };
  } catch (error) {
    if (!(error instanceof SpreadsheetProblem)) throw error;
    return { code: error.code, ...error.params };
  }
}

const cells = (count: number, cell: string): string =>
  `<sheetData>${Array.from({ length: Math.ceil(count / 100) }, () => `<row>${cell.repeat(100)}</row>`).join('')}</sheetData>`;
const merges = (ranges: readonly string[]): string =>
  `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

describe('a small workbook that would be large in memory', () => {
  it('is refused by its characters, a shared text counted each time that it shows', async () => {
    const shared = `<si><t>${'标'.repeat(32_000)}</t></si>`;
    const sheet = cells(1_400_000, '<c t="s"><v>0</v></c>');
    expect(await outcome(workbookPackage({ sheets: [sheet], shared }))).toEqual({
      code: 'spreadsheet_too_much_text',
      limit: SPREADSHEET_LIMITS.characters,
      sheet: 'S1',
      row: 7,
    });
  });

  it('is refused by its cells over all sheets, not per sheet', async () => {
    const sheet = cells(40_000, '<c><v>1</v></c>');
    const bytes = workbookPackage({ sheets: [sheet], repeated: 50 });
    expect(await outcome(bytes)).toMatchObject({
      code: 'spreadsheet_too_many_cells',
      sheet: 'S38',
    });
  });

  it('is refused by the cells that its merged ranges fill', async () => {
    const sheet = `<sheetData>${Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}"><c r="${at === 0 ? 'A' : 'GR'}${at + 1}"><v>1</v></c></row>`).join('')}</sheetData>`;
    const bytes = workbookPackage({ sheets: [sheet + merges(['A1:GR1048576'])] });
    expect(await outcome(bytes)).toMatchObject({ code: 'spreadsheet_too_many_cells', sheet: 'S1' });
  });

  it('is refused by its merged ranges', async () => {
    const ranges = Array.from({ length: 25_001 }, (_, at) => `A${at + 1}:B${at + 1}`);
    const sheet = inlineRows([['1']]) + merges(ranges);
    expect(await outcome(workbookPackage({ sheets: [sheet] }))).toEqual({
      code: 'spreadsheet_too_many_merges',
      limit: SPREADSHEET_LIMITS.merges,
      sheet: 'S1',
    });
  });

  it.each([
    ['formats', { styles: `<cellXfs>${'<xf/>'.repeat(70_000)}</cellXfs>` }],
    [
      'number formats',
      {
        styles: `<numFmts>${Array.from({ length: 70_000 }, (_, id) => `<numFmt numFmtId="${id}" formatCode="0"/>`).join('')}</numFmts>`,
      },
    ],
    ['shared texts', { shared: '<si/>'.repeat(1_500_001) }],
  ])('is refused by its %s', async (_, more) => {
    const bytes = workbookPackage({ sheets: [inlineRows([['1']])], ...more });
    expect(await outcome(bytes)).toMatchObject({ code: 'spreadsheet_inflates_too_large' });
  });

  it('is refused by its sheets, also where all of them are one part', async () => {
    const bytes = workbookPackage({ sheets: [inlineRows([['1']])], repeated: 200_000 });
    expect(await outcome(bytes)).toMatchObject({ code: 'spreadsheet_too_many_sheets' });
  });

  it('is refused by the files in it, and by what they unpack to', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`a${at}`, '']));
    expect(await outcome(packageOf(many))).toMatchObject({
      code: 'spreadsheet_inflates_too_large',
    });
    const blank = '<row/>'.repeat(6 * 2 ** 20);
    expect(await outcome(workbookPackage({ sheets: [blank] }))).toMatchObject({
      code: 'spreadsheet_inflates_too_large',
      part: 'xl/worksheets/sheet1.xml',
    });
  }, 60_000);

  it('is read where many cells show one long blank, or stand where nobody reads', async () => {
    const shared = `<si><t>${' '.repeat(240_000).concat('</t><t>').repeat(40)}</t></si><si><t>${' '.repeat(32_000)}x</t></si>`;
    const blank = cells(50_000, '<c r="B1" t="s"><v>0</v></c>');
    const far = cells(50_000, '<c r="XFD1" t="s"><v>1</v></c>');
    const sheets = [inlineRows([['GB/T 1']]), blank, far];
    const read = await outcome(workbookPackage({ sheets, shared }));
    expect(read.sheets?.map(({ rows, hasMoreColumns }) => [rows.length, hasMoreColumns])).toEqual([
      [1, undefined],
      [0, undefined],
      [0, true],
    ]);
  });

  it('has names of a length that a page can show', async () => {
    const bytes = workbookPackage({ sheets: [inlineRows([['1']])], name: '标'.repeat(30_000) });
    expect((await outcome(bytes)).sheets?.[0]?.name).toBe('标'.repeat(100));
  });

  it('is not read for what is no cell: names, comments, blank rows', async () => {
    const names = `<definedNames>${'<definedName name="a">S!A1</definedName>'.repeat(100_000)}</definedNames>`;
    const blank = '<row/>'.repeat(200_000);
    const sheet = inlineRows([['GB/T 1']]).replace('</sheetData>', `${blank}</sheetData>`);
    const { sheets } = await outcome(workbookPackage({ sheets: [sheet], workbook: names }));
    expect(sheets?.[0]?.rows).toEqual([{ number: 1, cells: ['GB/T 1'] }]);
  });
});

describe('a workbook that no program writes', () => {
  it('with merged ranges over each other is read: the upper one counts, the others are told', async () => {
    const sheet =
      inlineRows([['一'], ['二'], ['三']]) +
      merges(['A1:C1', 'A1:C1', 'B1:B1048576', 'A2:B3', 'A3:XFD3']);
    const { sheets } = await outcome(workbookPackage({ sheets: [sheet] }));
    expect(sheets?.[0]).toMatchObject({
      overlappingMerges: 3,
      rows: [
        { number: 1, cells: ['一', '一', '一'] },
        { number: 2, cells: ['二', '二'] },
        { number: 3, cells: ['三', '二'] },
      ],
    });
  });

  it('with a million overlapping merged ranges is refused', async () => {
    const sheet = inlineRows([['1']]) + merges(Array<string>(1_000_000).fill('A1:GR1048576'));
    expect(await outcome(workbookPackage({ sheets: [sheet] }))).toMatchObject({
      code: 'spreadsheet_too_many_merges',
    });
  });

  it('counts on where the number of a row is none or leads back', async () => {
    const row = (r: string): string =>
      `<row r="${r}"><c t="inlineStr"><is><t>${r}</t></is></c></row>`;
    const numbers = ['1e300', '2.5', '7', '7', '3', '-1', '99999999999', '1048577', '9'];
    const sheet = `<sheetData>${numbers.map(row).join('')}</sheetData>`;
    const { sheets } = await outcome(workbookPackage({ sheets: [sheet] }));
    expect(sheets?.[0]?.rows.map(({ number }) => number)).toEqual([1, 2, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('leaves out and tells what stands beyond the last column', async () => {
    const far = inlineRows([['1']]).replace('</row>', '<c r="XFD1"><v>2</v></c></row>');
    const { sheets } = await outcome(workbookPackage({ sheets: [far] }));
    expect(sheets?.[0]).toMatchObject({
      hasMoreColumns: true,
      rows: [{ number: 1, cells: ['1'] }],
    });
  });

  it.each([
    [
      'formats without end',
      `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(200_000)}"/></numFmts><cellXfs>${'<xf numFmtId="200"/>'.repeat(60_000)}</cellXfs>`,
      '1',
    ],
    [
      'decimals without end',
      `<numFmts><numFmt numFmtId="200" formatCode="0.${'0'.repeat(250)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
      `1.${'0'.repeat(30)}`,
    ],
  ])('with %s is read', async (_, styles, shown) => {
    const sheet = '<sheetData><row><c s="0"><v>1</v></c></row></sheetData>';
    const { sheets } = await outcome(workbookPackage({ sheets: [sheet], styles }));
    expect(sheets?.[0]?.rows[0]?.cells).toEqual([shown]);
  });

  it('with references and numbers of any length is read in a time that grows with the length', async () => {
    const digits = '1'.repeat(120_000);
    const cell = `<c r="${digits}x"><v>1</v></c><c><v>${digits.slice(0, 30_000)}</v></c>`;
    const sheet = `<sheetData><row>${cell.repeat(20)}</row></sheetData>`;
    const { sheets } = await outcome(workbookPackage({ sheets: [sheet] }));
    expect(sheets?.[0]?.rows[0]?.cells).toHaveLength(40);
  });

  it.each([
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]>', 'spreadsheet_unsafe_xml'],
    ['a tag without end', `<row ${'a'.repeat(300_000)}`, 'spreadsheet_damaged'],
    [
      'a text longer than a cell',
      `<row><c t="str"><v>${'a'.repeat(240_000)}</v></c></row>`,
      'spreadsheet_cell_too_long',
    ],
  ])('with %s is refused', async (_, content, code) => {
    expect(await outcome(workbookPackage({ sheets: [`<sheetData>${content}`] }))).toMatchObject({
      code,
    });
  });
});

describe('a text of 19.9 MB', () => {
  const size = 19.9 * 2 ** 20;
  it.each([
    ['quotes', '"', 'spreadsheet_cell_too_long'],
    ['one letter', 'a', 'spreadsheet_cell_too_long'],
    ['line ends', '\n', 'spreadsheet_without_rows'],
    ['commas', ',', 'spreadsheet_without_rows'],
    ['apostrophes and commas', "',", undefined],
    ['short cells', '1,', undefined],
    ['short rows', '1\n', 'spreadsheet_too_many_rows'],
    ['quoted quotes', '"""",', undefined],
  ])('that is all %s is answered', async (_, piece, code) => {
    const { sheets, ...refusal } = await outcome(
      Buffer.from(piece.repeat(Math.floor(size / piece.length))),
    );
    if (code === undefined) expect(sheets?.[0]).toMatchObject({ hasMoreColumns: true });
    else expect(refusal).toMatchObject({ code });
  });

  it('names the row with a quote that has no partner', async () => {
    const text = `编号,名称\n"GB/T 1,名\n${'GB/T 2,名\n'.repeat(30_000)}`;
    expect(await outcome(Buffer.from(text))).toEqual({
      code: 'spreadsheet_cell_too_long',
      row: 2,
      limit: SPREADSHEET_LIMITS.cellCharacters,
    });
  });

  it('of a register within the limits is read whole', async () => {
    const row = `GB/T 1-2020,${'名'.repeat(250)},2020-01-01\n`;
    const count = Math.floor(size / Buffer.byteLength(row));
    const { sheets } = await outcome(Buffer.from(row.repeat(count)));
    expect(sheets?.[0]?.rows).toHaveLength(count);
  });
});
