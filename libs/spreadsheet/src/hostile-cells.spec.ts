import { ZipFile } from 'yazl';
import { readSpreadsheet } from './read-spreadsheet';

const parts = (sheet: string, name: string, shared: string): Record<string, string> => ({
  '_rels/.rels':
    '<Relationships><Relationship Id="r1" Type="a/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/_rels/workbook.xml.rels': `<Relationships>
    <Relationship Id="r1" Type="a/worksheet" Target="s.xml"/>
    <Relationship Id="r2" Type="a/sharedStrings" Target="t.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook><sheets><sheet name="${name}" r:id="r1"/></sheets></workbook>`,
  'xl/t.xml': `<sst><si><t>${shared}</t></si></sst>`,
  'xl/s.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
});

async function workbook(sheet: string, name = 'A', shared = ''): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts(sheet, name, shared)))
    zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a workbook with characters that nothing can keep', () => {
  it('is read without them: cells, heads, shared texts and names of sheets', async () => {
    const broken = '&#xD83D;a&#xFFFE;b_xFFFF_c&#1;';
    const sheet = `<row r="1">${inline(broken)}<c t="s"><v>0</v></c><c t="str"><v>${broken}</v></c></row>`;
    const { sheets } = await readSpreadsheet(await workbook(sheet, '&#xD800;台&#xFFFF;账', broken));
    expect(sheets).toMatchObject([{ name: '台账', rows: [{ cells: ['abc', 'abc', 'abc'] }] }]);
  });

  it('is read without them as text with separators too', async () => {
    // One control in a hundred characters is still text.
    const long = '良'.repeat(50);
    const { sheets } = await readSpreadsheet(Buffer.from(`a\ufffe,b\u0001\n${long}\uffff,d`));
    expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      [long, 'd'],
    ]);
  });

  it('has a name for a sheet whose own holds nothing else', async () => {
    const { sheets } = await readSpreadsheet(
      await workbook(`<row>${inline('a')}</row>`, '&#xFFFF;'),
    );
    expect(sheets[0]?.name).toBe('Sheet1');
  });
});

describe('rows whose numbers are none', () => {
  it('are counted on, in order', async () => {
    const numbers = ['1e300', '2.5', '7', '7', '3', '-1', 'x', '99999999'];
    const sheet = numbers.map((r) => `<row r="${r}">${inline('a')}</row>`).join('');
    const { sheets } = await readSpreadsheet(await workbook(sheet));
    expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 2, 7, 8, 9, 10, 11, 12]);
  });

  it('neither lose cells whose letters are none', async () => {
    const sheet = `<row><c r="!1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>`;
    const { sheets } = await readSpreadsheet(await workbook(sheet));
    expect(sheets[0]?.rows[0]?.cells).toEqual(['a', 'b']);
  });
});
