/** 中国标准文献分类号 and 国际标准分类号 in the tables of companies. */
import type { Sheet } from '@liangxing/spreadsheet';
import { readRows, type ReadRow } from './read-rows';
import { recogniseTable } from './recognise-columns';

const sheetOf = (rows: readonly (readonly string[])[]): Sheet => ({
  name: '明细',
  isHidden: false,
  rows: rows.map((cells, at) => ({
    number: at + 1,
    cells: cells.map((cell) => (cell === '' ? undefined : cell)),
  })),
});

/** Of numbers beside one column of codes. */
function read(head: string, codes: readonly string[]) {
  const sheet = sheetOf([
    ['标准号', '标准名称', head],
    ...codes.map((code, at) => [`GB/T ${at + 101}-2020`, `第 ${at + 1} 项要求`, code]),
  ]);
  const table = recogniseTable(sheet);
  return { field: table.columns[2]?.field ?? null, rows: readRows(sheet, table).rows };
}

const CCS = ['J72', 'K23/K24', 'A00'];
const ICS = ['23.060', '25.040.01; 35.240', '01.120'];
const codesOf = ({ problems }: ReadRow) => problems.map(({ code }) => code);

describe('a column of classification codes', () => {
  it.each([
    ['CCS', 'ccs'],
    ['中国标准文献分类号', 'ccs'],
    ['中国标准文献分类号（CCS）', 'ccs'],
    ['中标分类号', 'ccs'],
    ['标准分类号(CCS)', 'ccs'],
    ['分类号（CCS）', 'ccs'],
    ['ICS', 'ics'],
    ['国际标准分类号', 'ics'],
    ['国际标准分类号 ICS', 'ics'],
    ['分类号（ICS）', 'ics'],
  ])('is known by its head %s', (head, field) => {
    expect(read(head, ['', '']).field).toBe(field);
  });

  it.each(['分类号', '标准分类号', '类别', ''])('is known by its content below “%s”', (head) => {
    expect(read(head, CCS).field).toBe('ccs');
    expect(read(head, ICS).field).toBe('ics');
  });

  it.each([
    ['体系分类号', CCS],
    ['存放位置', ['A01', 'B02', 'C03']],
    ['编号', ['A01', 'B02', 'C03']],
    ['分类号', ['J01', 'J02', 'G01']],
    ['分类号', ['101.1', '101.2', '102.1']],
    ['', ['11', '13', '17']],
  ])('is not seen in “%s” with %j', (head, values) => {
    expect(['ccs', 'ics']).not.toContain(read(head, values).field);
  });
});

describe('codes of classification in a row', () => {
  it('are kept in one form, whatever signs part them', () => {
    const ccs = read('CCS', ['J 72、J 79', 'ｊ７２', '—']);
    expect(ccs.rows.map(({ record }) => record.ccs)).toEqual(['J72/J79', 'J72', '']);
    expect(ccs.rows.flatMap(codesOf)).toEqual([]);
    const ics = read('ICS', ['23.060.01，25.040', 'ICS 97']);
    expect(ics.rows.map(({ record }) => record.ics)).toEqual(['23.060.01; 25.040', '97']);
  });

  it('get back the zeros that a spreadsheet left out, with a word about it', () => {
    const [first, second] = read('ICS', ['23.06', '1.04']).rows;
    expect([first?.record.ics, second?.record.ics]).toEqual(['23.060', '01.040']);
    expect(first && codesOf(first)).toEqual(['ics_zeros']);
  });

  it('stay in the note where they are none, beside those that are', () => {
    const [first, second] = read('CCS', ['J72/79', '见目录']).rows;
    expect(first?.record.ccs).toBe('J72');
    expect(first?.whenNew.note).toBe('中国标准文献分类号：J72/79');
    expect(first && codesOf(first)).toEqual(['ccs_unread']);
    expect(second?.record.ccs).toBe('');
    expect(second?.told).not.toContain('ccs');
    expect(second?.whenNew.note).toBe('中国标准文献分类号：见目录');
  });

  it('lose nothing where there are more than can be kept', () => {
    const many = Array.from({ length: 40 }, (_, at) => `J${at + 10}`).join('/');
    const [row] = read('CCS', [many]).rows;
    expect(row?.record.ccs).toBe('');
    expect(row?.whenNew.note).toContain(many);
  });
});
