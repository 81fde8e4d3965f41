import { share } from '../format';
import type { StandardColumn, StandardList, StandardRow, StatisticsTable } from '../snapshot';

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

const listColumns: Readonly<
  Record<StandardColumn, PlainColumn & { readonly value: (row: StandardRow) => string }>
> = {
  systemCode: { heading: '体系编号', weight: 9, value: (row) => row.systemCode },
  number: { heading: '标准号', weight: 19, value: (row) => row.number },
  title: { heading: '标准名称', weight: 32, value: (row) => row.title },
  issuedOn: {
    heading: '发布日期',
    weight: 10,
    align: 'center',
    value: (row) => row.issuedOn ?? '',
  },
  inForceOn: {
    heading: '实施日期',
    weight: 10,
    align: 'center',
    value: (row) => row.inForceOn ?? '',
  },
  department: { heading: '责任部门', weight: 12, value: (row) => row.department },
  status: { heading: '状态', weight: 8, align: 'center', value: (row) => row.status },
  level: { heading: '级别', weight: 9, align: 'center', value: (row) => row.level },
  subsystem: { heading: '子体系', weight: 14, value: () => '' },
  adopted: { heading: '采用的国际、国外标准', weight: 16, value: (row) => row.adopted },
  replaces: { heading: '被代替标准号', weight: 16, value: (row) => row.replaces },
  cited: { heading: '引用标准', weight: 16, value: (row) => row.cited },
  note: { heading: '备注', weight: 12, value: (row) => row.note },
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
    const body = group.rows.map((row): PlainRow => {
      number += 1;
      const values = list.columns.map((column) =>
        column === 'subsystem' ? group.title : listColumns[column].value(row),
      );
      return { kind: 'body', cells: [String(number), ...values] };
    });
    return [section, ...body];
  });
  const columns = list.columns.map((column) => listColumns[column]);
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
          if (value === null) return '';
          return table.columns[index]?.format === 'share' ? share(value) : String(value);
        }),
      ],
    })),
  };
};
