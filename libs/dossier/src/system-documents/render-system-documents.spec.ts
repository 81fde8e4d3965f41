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
