import type { StandardRow } from '../snapshot';
import { listTable } from './plain-tables';

const row = (change: Partial<StandardRow> = {}): StandardRow => ({
  systemCode: 'J01',
  number: 'Q/A 1-2026',
  title: '名称',
  issuedOn: null,
  inForceOn: null,
  department: '质量与标准化部',
  status: '现行',
  level: '企业标准',
  adopted: '',
  replaces: '',
  cited: '',
  note: '',
  ...change,
});

describe('the list of standards as a table', () => {
  const { columns, rows } = listTable({
    columns: ['systemCode', 'number', 'title', 'department', 'replaces'],
    groups: [
      { code: 'J01', title: '技术基础', rows: [row(), row(), row({ systemCode: 'J01.9' })] },
      { code: '', title: '未归入体系', rows: [row({ systemCode: 'X1' })] },
    ],
  });

  it('gives each entry a code of its own, and keeps a finer one of the enterprise', () => {
    const codes = rows.filter(({ kind }) => kind === 'body').map(({ cells }) => cells[1]);
    expect(codes).toEqual(['J01-01', 'J01-02', 'J01.9', 'X1']);
  });

  it('shrinks a column in which nothing stands, and has room for the name of a department', () => {
    const weights = Object.fromEntries(columns.map(({ heading, weight }) => [heading, weight]));
    expect(weights['被代替标准号']).toBeLessThan(6);
    expect(weights['责任部门']).toBeGreaterThanOrEqual(16);
  });

  it('keeps a code on one line, however deep its node', () => {
    const weightOf = (code: string) =>
      listTable({
        columns: ['systemCode', 'number', 'title'],
        groups: [{ code, title: '', rows: [row()] }],
      }).columns[1]?.weight;
    expect(weightOf('J01')).toBe(9);
    // A figure or letter is some 1.1 of the hundred parts wide.
    expect(weightOf('BZ10.2')).toBeGreaterThanOrEqual(9 * 1.1);
    expect(weightOf('BZ10.2')).toBeLessThan(12);
  });
});
