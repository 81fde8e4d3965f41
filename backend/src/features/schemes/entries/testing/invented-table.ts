import {
  emptyEntry,
  type EntryContent,
  type EntryItem,
  type SecondReading,
} from '@liangxing/scheme';

const item = (id: string, under: string, points: number, mappedTo: readonly string[] = []) =>
  ({
    ...{ id, under, clause: '', topic: `虚构项目 ${id}`, asked: '', points, star: false },
    ...{ evidence: [], mappedTo },
    rules: [
      {
        ...{ id: 'a', kind: 'fixed', text: `虚构的扣分 ${id}`, amount: 500, max: null },
        ...{ beyond: false, steps: [] },
      },
    ],
  }) satisfies EntryItem;

/** For tests. 虚构: every figure is made up; the points of annex C are not public and stand nowhere in this product. */
export const inventedTable: EntryContent = {
  ...emptyEntry(),
  title: '虚构评分表（测试用）',
  source: {
    document: 'GB/T 0000-2099 虚构文件',
    edition: '第 1 版',
    holder: '资料室',
    pages: '3～4',
  },
  basicPoints: 10_000,
  parts: [
    { id: '1', title: '虚构部分一', points: 6_000, bonus: false, factor: null },
    { id: '2', title: '虚构部分二', points: 4_000, bonus: false, factor: null },
  ],
  items: [item('1.1', '1', 4_000, ['1.1.1']), item('1.2', '1', 2_000), item('2.1', '2', 4_000)],
  routes: [
    {
      ...{ id: 'AA-1', grade: 'AA', basic: null, bonus: null, total: null },
      ...{ share: 80, partShare: 60 },
    },
    {
      ...{ id: 'A-1', grade: 'A', basic: null, bonus: null, total: 6_000 },
      ...{ share: null, partShare: null },
    },
  ],
};

/** What a second person reads from the same paper. */
export const sameReading: SecondReading = {
  basicPoints: 10_000,
  bonusPoints: null,
  parts: inventedTable.parts.map(({ id, points }) => ({ id, points })),
  routes: inventedTable.routes.map(({ grade: _grade, ...floors }) => floors),
  gates: [],
};
