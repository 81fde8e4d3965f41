import { createHash } from 'node:crypto';
import { readPdf } from '../testing/read-pdf';
import { testFonts } from '../testing/test-fonts';
import type { RecordsDocument } from './records-document';
import { renderRecordsPdf } from './render-records-pdf';

const rowsOf = (count: number): RecordsDocument['rows'] =>
  Array.from({ length: count }, (_, index) => ({
    cells: [`标准宣贯第${index + 1}期`, '2026-03-01', '一号会议室'],
    more: index % 2 === 0 ? [`效果评价：第${index + 1}期全部合格`, '备注：原件存档'] : [],
  }));

const listOf = (count: number): RecordsDocument => ({
  enterpriseName: '某某精密机械有限公司（示例）',
  shortName: '某某精密',
  title: '标准化培训记录',
  subtitle: `2026 年，共 ${count} 条`,
  date: '2026-03-01',
  createdAt: '2026-03-01T00:00:00Z',
  producer: '良行 0.1.0',
  isSample: true,
  columns: [
    { heading: '培训内容', weight: 40 },
    { heading: '培训日期', weight: 15, align: 'center' },
    { heading: '地点', weight: 20 },
  ],
  rows: rowsOf(count),
});

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const render = async (document: RecordsDocument): Promise<Uint8Array> =>
  renderRecordsPdf(document, { fonts: await testFonts() });

describe('a list as PDF', () => {
  it('shows each row, with what its columns have no room for', async () => {
    const { text } = await readPdf(await render(listOf(3)));
    expect(squeeze(text)).toContain('标准化培训记录2026年，共3条');
    for (const row of rowsOf(3))
      for (const part of [...row.cells, ...row.more])
        expect(squeeze(text)).toContain(squeeze(part));
  });

  it('goes on over pages and loses no row', async () => {
    const { text, pages } = await readPdf(await render(listOf(120)));
    expect(pages.length).toBeGreaterThan(3);
    for (let number = 1; number <= 120; number += 1)
      expect(squeeze(text)).toContain(`标准宣贯第${number}期`);
  });

  it('says so where there is nothing', async () => {
    expect(squeeze((await readPdf(await render(listOf(0)))).text)).toContain('尚无记录');
  });

  it('is the same file for the same list, and another for another', async () => {
    const hash = async (document: RecordsDocument): Promise<string> =>
      createHash('sha256')
        .update(await render(document))
        .digest('hex');
    expect(await hash(listOf(4))).toBe(await hash(listOf(4)));
    expect(await hash(listOf(4))).not.toBe(await hash(listOf(5)));
  });
});
