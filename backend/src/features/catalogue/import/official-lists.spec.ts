import { readCatalogueTable, type CatalogueTable } from './read-catalogue-table';

const tableOf = (lines: readonly (readonly string[])[]): CatalogueTable =>
  readCatalogueTable([
    {
      name: '标准列表',
      isHidden: false,
      rows: lines.map((cells, at) => ({ number: at + 1, cells })),
    } as never,
  ]);
const toldOf = ({ rows }: CatalogueTable) =>
  rows.map(({ keys, figures, replacements }) => [
    keys.identityKey,
    figures.title,
    figures.issuedOn,
    figures.inForceOn,
    figures.statusClaimed,
    ...replacements.map(
      ({ oldKey, newKey, isPartial }) => `${oldKey} → ${newKey}${isPartial ? ' (part)' : ''}`,
    ),
  ]);

/** One standard and one more, by what each column says. */
const COLUMNS: readonly (readonly [head: string, one: string, other: string])[] = [
  ['序号', '1', '2'],
  ['标准号', 'GB 2894-2025', 'GB/T 33000—2016'],
  ['标准名称', '安全色和安全标志', '企业安全生产标准化基本规范'],
  ['发布日期', '2025-05-30', '2016-12-13'],
  ['实施日期', '2026-03-01', '2017/4/1'],
  ['状态', '现行', '废止'],
  ['代替标准', 'GB 2893-2008,GB 2894-2008', '首次发布'],
  ['中国标准分类号', 'C 65', 'C 65'],
  ['国际标准分类号', '13.200', '13.100'],
];
const READ = [
  [
    ...['GB 2894-2025', '安全色和安全标志', '2025-05-30', '2026-03-01', 'current'],
    'GB 2893-2008 → GB 2894-2025',
    'GB 2894-2008 → GB 2894-2025',
  ],
  ['GB/T 33000-2016', '企业安全生产标准化基本规范', '2016-12-13', '2017-04-01', 'withdrawn'],
];
const inOrder = (order: readonly number[]): string[][] =>
  [0, 1, 2].map((line) => order.map((at) => COLUMNS[at]?.[line as 0 | 1 | 2] ?? ''));

describe('lists as publishers give them', () => {
  it.each([
    ['of the national platform', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['turned round', [8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['with the classes ahead of the number', [7, 8, 2, 5, 1, 6, 4, 3]],
  ])('read the columns %s', (_name, order) => {
    const table = tableOf(inOrder(order));
    expect(table.problems).toEqual([]);
    expect(toldOf(table)).toEqual(READ);
    expect(table.rows.map(({ figures: { ccs, ics } }) => [ccs, ics])).toEqual([
      ['C65', '13.200'],
      ['C65', '13.100'],
    ]);
  });

  it('read the heads of libraries and dealers, below a title and with remarks in brackets', () => {
    const table = tableOf([
      ['标准检索结果', '', '', '', '', '', ''],
      [
        ...['中文标题', '标准编号', '英文标题', '标准状态', '颁布日期（年-月-日）', '生效日期'],
        '替代情况',
      ],
      ['甲', 'GB/T 1-2010', 'One', '作废', '2010年1月5日', '20100601', '被GB/T 1-2020代替'],
      ['乙', 'GB/T 2-2020', 'Two', '未生效', '2020.01.05', '', '替代GB/T 2-2010 GB/T 3-2010'],
      ['丙', 'GB/T 4-2020', 'Three', '有效', '2020-01-05', '2020-06-01', ''],
    ]);
    expect(table.problems).toEqual([]);
    expect(toldOf(table)).toEqual([
      ['GB/T 1-2010', '甲', '2010-01-05', '2010-06-01', 'withdrawn', 'GB/T 1-2010 → GB/T 1-2020'],
      [
        ...['GB/T 2-2020', '乙', '2020-01-05', null, 'upcoming'],
        'GB/T 2-2010 → GB/T 2-2020',
        'GB/T 3-2010 → GB/T 2-2020',
      ],
      ['GB/T 4-2020', '丙', '2020-01-05', '2020-06-01', 'current'],
    ]);
    expect(table.rows[0]?.figures.englishTitle).toBe('One');
  });

  it('read what sectors approve, and what is replaced wholly and in part', () => {
    const table = tableOf([
      [
        '标准号',
        '标准名称',
        '批准日期',
        '实施日期',
        '全部代替标准',
        '部分代替标准',
        '被部分代替标准',
      ],
      ['DL/T 1-2020', '甲', '2020-01-05', '2020-06-01', 'DL/T 1-2010', 'DL/T 2-2010', ''],
      ['DL/T 3-2010', '乙', '2010-01-05', '2010-06-01', '/', '暂无', 'DL/T 4-2022'],
    ]);
    expect(table.problems).toEqual([]);
    expect(toldOf(table)).toEqual([
      [
        ...['DL/T 1-2020', '甲', '2020-01-05', '2020-06-01', null],
        'DL/T 1-2010 → DL/T 1-2020',
        'DL/T 2-2010 → DL/T 1-2020 (part)',
      ],
      [
        ...['DL/T 3-2010', '乙', '2010-01-05', '2010-06-01', null],
        'DL/T 3-2010 → DL/T 4-2022 (part)',
      ],
    ]);
  });

  it('take the day of issue where a list has a day of approval beside it', () => {
    const table = tableOf([
      ['批准日期', '发布日期', '标准编号', '标准名称'],
      ['2020-01-01', '2020-02-01', 'GB/T 1-2020', '甲'],
    ]);
    expect(toldOf(table)).toEqual([['GB/T 1-2020', '甲', '2020-02-01', null, null]]);
    expect(table.head.unread).toEqual(['批准日期']);
  });

  it('say no state for words that name none, and the preview names those words', () => {
    const words = ['有更新版', '有更新版', '历史', '', '现行（已废止）'];
    const rows = words.map((word, at) => [`GB/T ${at + 1}-2020`, '甲', word]);
    const table = tableOf([['标准号', '标准名称', '标准状态'], ...rows]);
    expect(table.rows.map(({ figures }) => figures.statusClaimed)).toEqual(words.map(() => null));
    expect(table.head.notes).toEqual([
      {
        rowNumber: 0,
        kind: 'status_words_unread',
        text: '有更新版(2)、历史(1)、现行（已废止）(1)',
      },
    ]);
  });
});
