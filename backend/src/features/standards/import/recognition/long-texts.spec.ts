import { planActions } from './plan-actions';
import { readRows } from './read-rows';
import { recogniseTable } from './recognise-columns';
import { IMPORT_FIELDS, FIELD_DESCRIPTIONS } from './import-fields';

/** Texts over which a careless pattern takes a time that grows with the square of their length. */
const TEXTS = [
  '一',
  '1',
  '-',
  ' ',
  '((',
  '0',
  '〇年',
  'T 1:',
  '《',
  '、',
  'GB/T 1-',
  'ﷺ',
  '第一',
  '.1',
].map((piece) => `${piece}${piece}${' '.repeat(50)}`.padEnd(30_000, piece) + '。');

describe('cells as long as a cell can be', () => {
  const heads = IMPORT_FIELDS.map((field) => FIELD_DESCRIPTIONS[field].zh);
  const table = (rows: readonly (readonly string[])[]) => ({
    name: '表',
    isHidden: false,
    rows: [heads, ...rows].map((cells, at) => ({ number: at + 1, cells })),
  });

  it.each(TEXTS)('in every column are read, kept short, and pointed out: %.3s…', (text) => {
    const sheet = table(Array.from({ length: 2 }, () => heads.map((_, at) => `${text}${at}`)));
    const { rows } = readRows(sheet, recogniseTable(sheet));
    const planned = planActions(rows, [], 'update');
    for (const { record, problems } of planned) {
      expect(Math.max(...Object.values(record).map((value) => String(value).length))).toBeLessThan(
        2_001,
      );
      expect(JSON.stringify(problems).length).toBeLessThan(5_000);
    }
  });

  it.each(TEXTS)('in the head are no heads, and are cut: %.3s…', (text) => {
    const sheet = table([]);
    const { columns } = recogniseTable({
      ...sheet,
      rows: Array.from({ length: 4 }, (_, at) => ({
        number: at + 1,
        cells: Array.from({ length: 6 }, (_, column) => `${text}${column}`),
      })),
    });
    for (const { header } of columns) expect(header.length).toBeLessThan(202);
  });

  it('that merge over a whole row are remarks, not sections', () => {
    const text = `说明文字${'很长'.repeat(10_000)}`;
    const sheet = table([heads.map(() => text), heads.map((_, at) => `值${at}`)]);
    expect(readRows(sheet, recogniseTable(sheet)).skipped).toMatchObject([{ kind: 'furniture' }]);
  });
});
