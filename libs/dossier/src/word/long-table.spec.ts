import { strFromU8, unzipSync } from 'fflate';
import type { PlainTable } from '../system-documents/plain-tables';
import { longTable, packWord } from './long-table';
import { section, wordDocument } from './word-document';
import { wordTable } from './word-table';

const WIDTH = 14_000;
const info = { title: '明细表', author: '良佳', producer: '良行' };
const heads = { left: '良佳', right: '明细表', mark: '', foot: '2026-03-01' };

const plain: PlainTable = {
  columns: [
    { heading: '序号', weight: 5, align: 'center' },
    { heading: '标准名称', weight: 30 },
    { heading: '备注', weight: 12, align: 'right' },
  ],
  rows: [
    { kind: 'section', cells: ['CP3 采购 & 供应 <子体系>'] },
    { kind: 'body', cells: ['1', '采购控制程序', '第一行\n第二行'] },
    { kind: 'body', cells: ['2', '“引号”与 $& 和 "直引号" it\'s', ''] },
    { kind: 'section', cells: ['未归入体系'] },
    { kind: 'total', cells: ['', '合计', '2'] },
  ],
};

const documentXml = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

const wordOf = (table: ReturnType<typeof wordTable>) =>
  wordDocument(info, [section('landscape', heads, [table])]);

describe('a long table in Word', () => {
  it.each([
    ['rows of every kind', plain],
    ['one kind only', { ...plain, rows: plain.rows.slice(1, 3) }],
    ['no row', { ...plain, rows: [] }],
  ])('is the same document that docx writes: %s', async (_, table) => {
    const long = longTable(table, WIDTH);
    const written = documentXml(await packWord(wordOf(long.table), [long]));
    const byDocx = documentXml(await packWord(wordOf(wordTable(table, WIDTH)), []));
    expect(written).toBe(byDocx);
  });

  it('takes 20,000 rows', async () => {
    const row = plain.rows[1] ?? { kind: 'body', cells: [] };
    const long = longTable({ ...plain, rows: Array.from({ length: 20_000 }, () => row) }, WIDTH);
    const xml = documentXml(await packWord(wordOf(long.table), [long]));
    expect(xml.split('采购控制程序')).toHaveLength(20_001);
  });
});
