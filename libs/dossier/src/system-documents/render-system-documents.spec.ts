import ExcelJS from 'exceljs';
import yauzl from 'yauzl';
import { sampleSnapshot } from '../fixtures/sample-snapshot';
import { readPdf } from '../testing/read-pdf';
import { testFonts } from '../testing/test-fonts';
import { renderSystemExcel } from './render-system-excel';
import { renderSystemPdf } from './render-system-pdf';
import { renderSystemWord } from './render-system-word';
import { SYSTEM_DOCUMENT_KINDS, type SystemDocument } from './system-document';

const { system, enterprise } = sampleSnapshot();

const document: SystemDocument = {
  enterpriseName: enterprise.name,
  shortName: enterprise.shortName,
  systemName: '技术、管理、工作标准体系',
  date: '2026-03-01',
  createdAt: '2026-03-01T00:00:00Z',
  producer: '良行 0.1.0',
  isSample: true,
  diagrams: system.diagrams,
  nodes: [
    { code: 'J', name: '技术标准体系', depth: 0, expected: 3, existing: 2 },
    { code: 'J01', name: '技术基础标准', depth: 1, expected: 3, existing: 2 },
  ],
  list: system.list,
  statistics: system.statistics,
  notes: [
    { title: '编制背景', text: '第一段。\n第二段。', state: 'draft', asks: ['牵头部门'] },
    { title: '编制目标、依据和原则', text: '已核对。', state: 'confirmed', asks: ['方针'] },
  ],
};

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const rasterize = (): Uint8Array => PNG;

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const numbers = system.list.groups.flatMap(({ rows }) => rows.map(({ number }) => number));

const pdfOf = async (kind: (typeof SYSTEM_DOCUMENT_KINDS)[number]) =>
  readPdf(renderSystemPdf(kind, document, { fonts: await testFonts() }));

/** The parts of an Office file by name, as text. */
async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

const wordText = async (kind: (typeof SYSTEM_DOCUMENT_KINDS)[number]): Promise<string> => {
  const parts = await partsOf(await renderSystemWord(kind, document, rasterize));
  return (parts.get('word/document.xml') ?? '').replaceAll(/<[^>]+>/gu, '');
};

const emptyList = { ...document, list: { ...system.list, groups: [] } };

describe('documents of the standard system as PDF', () => {
  it('lists every standard once, with its place', async () => {
    const { text } = await pdfOf('list');
    for (const number of numbers) expect(squeeze(text)).toContain(squeeze(number));
    expect(squeeze(text)).toContain('企业标准体系标准明细表');
  });

  it('keeps the diagram as text and gives it an alternative text', async () => {
    const { text, alternatives } = await pdfOf('diagram');
    expect(squeeze(text)).toContain('企业标准体系结构图');
    expect(alternatives).toEqual(system.diagrams.map(({ scene }) => scene.title));
  });

  it('marks what nobody has confirmed, and only that', async () => {
    const text = squeeze((await pdfOf('notes')).text);
    expect(text).toContain('编制背景（草稿，待确认）');
    expect(text).toContain('［待补充：牵头部门］');
    expect(text).toContain('编制目标、依据和原则已核对。');
    expect(text).not.toContain('方针');
  });

  it('gives the same bytes for the same document', async () => {
    const fonts = await testFonts();
    const [one, two] = [1, 2].map(() => renderSystemPdf('statistics', document, { fonts }));
    expect(Buffer.compare(Buffer.from(one!), Buffer.from(two!))).toBe(0);
  });

  it.each(SYSTEM_DOCUMENT_KINDS)(
    'says on every page of the %s whose sample it is',
    async (kind) => {
      const { pages } = await pdfOf(kind);
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) expect(page).toContain('示例');
    },
  );
});

describe('documents of the standard system as Word files', () => {
  it('holds every standard of the list', async () => {
    const text = await wordText('list');
    for (const number of numbers) expect(text).toContain(number);
  });

  it('marks what nobody has confirmed, and only that', async () => {
    const text = await wordText('notes');
    expect(text).toContain('编制背景（草稿，待确认）');
    expect(text).toContain('第二段。');
    expect(text).not.toContain('方针');
  });

  it('holds the diagram as a drawing with a picture for old programs', async () => {
    const parts = await partsOf(await renderSystemWord('diagram', document, rasterize));
    const names = [...parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(system.diagrams.length);
    expect(names.some((name) => name.endsWith('.png'))).toBe(true);
  });

  it('tells the day of its figures at the foot of every page', async () => {
    const parts = await partsOf(await renderSystemWord('list', document, rasterize));
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(feet.map(([, xml]) => xml.includes('2026-03-01'))).toEqual([true]);
  });

  it('says that there are no standards instead of a table without rows', async () => {
    const parts = await partsOf(await renderSystemWord('list', emptyList, rasterize));
    expect(parts.get('word/document.xml')).toContain('尚未登记标准。');
    expect(parts.get('word/document.xml')).not.toContain('<w:tbl>');
  });

  it('drops characters that no Word file can hold', async () => {
    const hostile = { ...document, notes: [{ ...document.notes[0]!, text: 'a\u0000\uD800b<&' }] };
    const parts = await partsOf(await renderSystemWord('notes', hostile, rasterize));
    expect(parts.get('word/document.xml')).toContain('ab&lt;&amp;');
  });
});

describe('documents of the standard system as workbooks', () => {
  const sheetOf = async (kind: (typeof SYSTEM_DOCUMENT_KINDS)[number], from = document) => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await renderSystemExcel(kind, from);
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    return workbook;
  };

  it('lists every standard, numbered with numbers', async () => {
    const sheet = (await sheetOf('list')).getWorksheet('明细表')!;
    const cells = sheet.getColumn(3).values.map(String);
    for (const number of numbers) expect(cells).toContain(number);
    expect(sheet.getCell(4, 1).value).toBe(1);
  });

  it('has a sheet per block of the statistics', async () => {
    const workbook = await sheetOf('statistics');
    expect(workbook.worksheets).toHaveLength(system.statistics.length);
  });

  it('makes every row as high as its longest text needs', async () => {
    const title = '标准'.repeat(60);
    const [group] = system.list.groups;
    const rows = [
      { ...group!.rows[0]!, title },
      { ...group!.rows[0]!, title: '标准' },
    ];
    const list = { ...system.list, groups: [{ ...group!, rows }] };
    const sheet = (await sheetOf('list', { ...document, list })).getWorksheet('明细表')!;
    expect(sheet.getRow(4).height).toBeGreaterThan(3 * sheet.getRow(5).height);
  });

  it('never holds a row higher than a sheet can show', async () => {
    const lines = Array.from({ length: 80 }, (_, line) => `第${line}段。`);
    const text = [...lines, '一个长句，'.repeat(300), '短句。'.repeat(500)].join('\n');
    const notes = [{ ...document.notes[0]!, text }];
    const sheet = (await sheetOf('notes', { ...document, notes })).getWorksheet('编制说明')!;
    expect(sheet.rowCount).toBeGreaterThan(80);
    sheet.eachRow(({ height }) => expect(height).toBeLessThan(409));
    const cells = sheet.getColumn(2).values.slice(3).map(String);
    expect(cells.join('')).toBe(`${text.replaceAll('\n', '')}［待补充：牵头部门］`);
  });

  it('prints with the enterprise, its sample mark, the page and the day', async () => {
    const sample = { ...document, enterpriseName: 'A&B 有限公司' };
    const sheet = (await sheetOf('list', sample)).getWorksheet('明细表')!;
    expect(sheet.headerFooter.oddHeader).toBe('&LA&&B 有限公司　示例&R企业标准体系标准明细表');
    expect(sheet.headerFooter.oddFooter).toBe('&C第 &P 页　共 &N 页&R2026-03-01');
  });

  it('holds shares as numbers, their unit in the heading', async () => {
    const table = {
      title: '统计表',
      rowHeading: '级别',
      columns: [{ heading: '现有数／应有数（%）', format: 'share' as const }],
      rows: [{ label: '共计', depth: 0 as const, isTotal: true, values: [8750] }],
      note: '',
    };
    const workbook = await sheetOf('statistics', { ...document, statistics: [table] });
    const cell = workbook.worksheets[0]!.getCell(3, 2);
    expect([cell.value, cell.numFmt]).toEqual([87.5, '0.0']);
  });

  it('tells the structure with its figures, and of an empty list that it is empty', async () => {
    const sheet = (await sheetOf('diagram')).getWorksheet('结构')!;
    expect(sheet.getRow(4).values).toEqual([undefined, 'J01', '　技术基础标准', 3, 2]);
    const list = (await sheetOf('list', emptyList)).getWorksheet('明细表')!;
    expect(list.getCell(3, 1).value).toBe('尚未登记标准。');
  });

  it('never writes a formula, whatever a title says', async () => {
    const [group] = system.list.groups;
    const row = { ...group!.rows[0]!, title: '=HYPERLINK("x")' };
    const list = { ...system.list, groups: [{ ...group!, rows: [row] }] };
    const sheet = (await sheetOf('list', { ...document, list })).getWorksheet('明细表')!;
    expect(sheet.getCell(4, 4).value).toBe('=HYPERLINK("x")');
  });

  it.each(SYSTEM_DOCUMENT_KINDS)('can be opened for the %s', async (kind) => {
    expect((await sheetOf(kind)).worksheets.length).toBeGreaterThan(0);
  });
});
