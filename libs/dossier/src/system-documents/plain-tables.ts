import { share } from '../format';
import type { StandardColumn, StandardList, StandardRow, StatisticsTable } from '../snapshot';
import type { PrintedNode } from './system-document';

/** A table as text, the same for PDF, Word and Excel. */
export interface PlainTable {
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
}

export interface PlainColumn {
  readonly heading: string;
  /** Share of the table's width, relative to the other columns. */
  readonly weight: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface PlainRow {
  /** A section has one cell that spans all columns. */
  readonly kind: 'section' | 'body' | 'total';
  readonly cells: readonly string[];
}

/** `always`: in every 明细表 (GB/T 13016-2018); `usual`: on unless switched off; `optional`: of wider forms. */
export type ColumnUse = 'always' | 'usual' | 'optional';

interface ListColumn extends PlainColumn {
  readonly use: ColumnUse;
  readonly value: (row: StandardRow) => string;
}

const listColumns: Readonly<Record<StandardColumn, ListColumn>> = {
  systemCode: { use: 'always', heading: '体系编号', weight: 9, value: (row) => row.systemCode },
  number: { use: 'always', heading: '标准号', weight: 19, value: (row) => row.number },
  title: { use: 'always', heading: '标准名称', weight: 32, value: (row) => row.title },
  issuedOn: {
    use: 'optional',
    heading: '发布日期',
    weight: 10,
    align: 'center',
    value: (row) => row.issuedOn ?? '',
  },
  inForceOn: {
    use: 'always',
    heading: '实施日期',
    weight: 10,
    align: 'center',
    value: (row) => row.inForceOn ?? '',
  },
  department: { use: 'usual', heading: '责任部门', weight: 12, value: (row) => row.department },
  status: { use: 'usual', heading: '状态', weight: 8, align: 'center', value: (row) => row.status },
  level: {
    use: 'optional',
    heading: '级别',
    weight: 9,
    align: 'center',
    value: (row) => row.level,
  },
  subsystem: { use: 'optional', heading: '子体系', weight: 14, value: () => '' },
  adopted: {
    use: 'optional',
    heading: '采用的国际、国外标准',
    weight: 16,
    value: (row) => row.adopted,
  },
  replaces: { use: 'optional', heading: '被代替标准号', weight: 16, value: (row) => row.replaces },
  cited: { use: 'optional', heading: '引用标准', weight: 16, value: (row) => row.cited },
  note: { use: 'always', heading: '备注', weight: 12, value: (row) => row.note },
};

/** The columns that an enterprise may choose from, in printing order. */
export const LIST_COLUMNS: readonly {
  readonly id: StandardColumn;
  readonly heading: string;
  readonly use: ColumnUse;
}[] = (Object.keys(listColumns) as StandardColumn[]).map((id) => ({
  id,
  heading: listColumns[id].heading,
  use: listColumns[id].use,
}));

/** The chosen columns in printing order, with those that every 明细表 has. */
export const shownColumns = (chosen: readonly StandardColumn[]): readonly StandardColumn[] =>
  LIST_COLUMNS.filter(({ id, use }) => use === 'always' || chosen.includes(id)).map(({ id }) => id);

/** Characters of the widest text of a column; a wide character counts as one. */
const widestOf = (texts: readonly string[]): number =>
  Math.max(0, ...texts.flatMap((text) => text.split('\n').map((line) => [...line].length)));

/** Columns of words, which may need more than their usual share; the others hold numbers and dates. */
const WORDS: readonly StandardColumn[] = ['department', 'note'];
/** Numbers that break after their code or degree of adoption; few rows have them. */
const NUMBERS: readonly StandardColumn[] = ['adopted', 'replaces'];

/** What a column needs: little where nothing stands in it, what is written on one line where it can be. */
const weightOf = (column: StandardColumn, texts: readonly string[]): number => {
  const { weight } = listColumns[column];
  const widest = widestOf(texts);
  if (widest === 0) return Math.min(weight, 5.5);
  // A code is found again by its whole.
  if (column === 'systemCode') return Math.min(16, Math.max(weight, widest * 1.15));
  if (WORDS.includes(column)) return Math.min(20, Math.max(weight, widest * 2 + 2));
  // Half as wide as Chinese, and their heading needs two lines of five.
  return NUMBERS.includes(column) ? Math.min(weight, Math.max(11, widest * 0.8)) : weight;
};

/** `J01-03`: place in the group; a finer code of the enterprise's own is kept. */
const entryCode = (row: StandardRow, code: string, index: number): string => {
  const isFiner = row.systemCode !== code && row.systemCode.startsWith(code);
  if (code === '' || isFiner) return row.systemCode;
  return `${code}-${String(index + 1).padStart(2, '0')}`;
};

/** 明细表: a section per node, then its standards; numbered through (GB/T 13016-2018). */
export const listTable = (list: StandardList): PlainTable => {
  let number = 0;
  const rows = list.groups.flatMap((group): PlainRow[] => {
    const title = [group.code, group.title].filter((part) => part !== '').join('　');
    const section: PlainRow = {
      kind: 'section',
      cells: [`${title}（${group.rows.length} 项）`],
    };
    const body = group.rows.map((row, index): PlainRow => {
      number += 1;
      const values = list.columns.map((column) => {
        if (column === 'subsystem') return group.title;
        if (column === 'systemCode') return entryCode(row, group.code, index);
        return listColumns[column].value(row);
      });
      return { kind: 'body', cells: [String(number), ...values] };
    });
    return [section, ...body];
  });
  const body = rows.filter(({ kind }) => kind === 'body');
  const columns = list.columns.map((column, index) => ({
    ...listColumns[column],
    weight: weightOf(
      column,
      body.map(({ cells }) => cells[index + 1] ?? ''),
    ),
  }));
  return { columns: [{ heading: '序号', weight: 5.5, align: 'right' }, ...columns], rows };
};

/** One block of the 统计表; blank where a ratio has no denominator. */
export const statisticsTable = (table: StatisticsTable): PlainTable => {
  const labelWeight = table.columns.length > 6 ? 26 : 34;
  const weight = (100 - labelWeight) / table.columns.length;
  return {
    columns: [
      { heading: table.rowHeading, weight: labelWeight },
      ...table.columns.map(({ heading }): PlainColumn => ({ heading, weight, align: 'right' })),
    ],
    rows: table.rows.map((row) => ({
      kind: row.isTotal ? 'total' : 'body',
      cells: [
        (row.depth === 1 ? '　' : '') + row.label,
        ...row.values.map((value, index) => {
          const column = table.columns[index];
          if (value === null || column === undefined) return '';
          if (column.format === 'count') return String(value);
          // The unit stands in the heading, or else in every cell.
          return column.heading.includes('%') ? share(value).replace('%', '') : share(value);
        }),
      ],
    })),
  };
};

/** The structure as a table: every node in the order of the tree, with the figures of its branch. */
export const nodeTable = (nodes: readonly PrintedNode[]): PlainTable => ({
  columns: [
    { heading: '编号', weight: 14 },
    { heading: '名称', weight: 56 },
    { heading: '应有数', weight: 15, align: 'right' },
    { heading: '现有数', weight: 15, align: 'right' },
  ],
  rows: nodes.map(({ code, name, depth, expected, existing }) => ({
    kind: depth === 0 ? 'total' : 'body',
    cells: [code, '　'.repeat(depth) + name, String(expected), String(existing)],
  })),
});
