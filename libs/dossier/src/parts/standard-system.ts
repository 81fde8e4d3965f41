import type { Scene } from '@liangxing/system-structure';
import { drawStructureDiagram } from '../charts/structure-diagram';
import { share, shortDate } from '../format';
import { caption, heading, paragraph, remark, startPart } from '../pdf/flow';
import type { PageFrame, PageLayout } from '../pdf/page-frame';
import { drawTable, type TableColumn, type TableRow } from '../pdf/table';
import type {
  DossierSnapshot,
  StandardColumn,
  StandardList,
  StandardRow,
  StatisticsTable,
} from '../snapshot';
import { always, type DossierPart } from './part';

const listColumns: Readonly<
  Record<StandardColumn, TableColumn & { readonly value: (row: StandardRow) => string }>
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

const listRows = (list: StandardList): TableRow[] => {
  let number = 0;
  return list.groups.flatMap((group) => {
    const title = [group.code, group.title].filter((part) => part !== '').join('　');
    const head: TableRow = {
      kind: 'section',
      cells: [
        {
          text: `${title}（${group.rows.length} 项）`,
          columnSpan: list.columns.length + 1,
          align: 'left',
        },
      ],
    };
    const rows = group.rows.map((row): TableRow => {
      number += 1;
      const values = list.columns.map((column) =>
        column === 'subsystem' ? group.title : listColumns[column].value(row),
      );
      return { cells: [String(number), ...values] };
    });
    return [head, ...rows];
  });
};

function* drawList(frame: PageFrame, list: StandardList): Generator<void> {
  const rows = listRows(list);
  if (rows.length === 0) {
    paragraph(frame, '尚未登记标准。');
    return;
  }
  yield* drawTable(frame, {
    columns: [
      { heading: '序号', weight: 5.5, align: 'right' },
      ...list.columns.map((column) => listColumns[column]),
    ],
    rows,
    size: 8.5,
    leading: 12,
    vertical: 'middle',
    padding: 2.8,
  });
}

const statisticsRows = (table: StatisticsTable): TableRow[] =>
  table.rows.map((row) => ({
    kind: row.isTotal ? 'total' : 'body',
    cells: [
      { text: (row.depth === 1 ? '　' : '') + row.label, align: 'left' },
      ...row.values.map((value, index) => {
        if (value === null) return '';
        return table.columns[index]?.format === 'share' ? share(value) : String(value);
      }),
    ],
  }));

function* drawStatistics(frame: PageFrame, table: StatisticsTable): Generator<void> {
  const labelWeight = table.columns.length > 6 ? 26 : 34;
  yield* drawTable(frame, {
    caption: table.title,
    columns: [
      { heading: table.rowHeading, weight: labelWeight },
      ...table.columns.map(({ heading: name }): TableColumn => ({
        heading: name,
        weight: (100 - labelWeight) / table.columns.length,
        align: 'right',
      })),
    ],
    rows: statisticsRows(table),
    vertical: 'middle',
  });
  if (table.note !== '') remark(frame, table.note);
}

/** A drawing that is not clearly wider than high is larger on an upright page. */
const layoutOf = (scene: Scene | undefined): PageLayout =>
  scene && scene.height * 1.2 > scene.width ? 'portrait' : 'landscape';

/** 企业标准体系: 结构图, 明细表, 统计表, 编制说明 (GB/T 13017-2018). */
export const standardSystem: DossierPart = {
  title: () => '企业标准体系',
  isShown: always,
  *draw(frame, snapshot: DossierSnapshot, title) {
    const { diagrams, list, statistics, compilationNotes } = snapshot.system;
    startPart(frame, title, layoutOf(diagrams[0]?.scene));
    heading(frame, 2, '标准体系结构图', { keep: 300 });
    if (diagrams.length === 0) paragraph(frame, '尚未绘制标准体系结构图。');
    for (const [index, diagram] of diagrams.entries()) {
      if (index > 0) frame.newPage(layoutOf(diagram.scene));
      caption(frame, diagram.title, 200);
      drawStructureDiagram(frame, diagram.scene);
      yield;
    }
    frame.newPage('landscape');
    heading(frame, 2, '标准明细表');
    yield* drawList(frame, list);
    frame.newPage('portrait');
    heading(frame, 2, '标准统计表');
    if (statistics.length === 0) paragraph(frame, '尚无统计数据。');
    for (const table of statistics) yield* drawStatistics(frame, table);
    heading(frame, 2, '编制说明');
    if (compilationNotes.length === 0) paragraph(frame, '编制说明尚未填写。');
    for (const [index, note] of compilationNotes.entries()) {
      heading(frame, 3, `${index + 1}　${note.title}`);
      paragraph(frame, note.text);
    }
  },
};

/** 适用的法律法规清单: these have document numbers, not standard numbers. */
export const laws: DossierPart = {
  title: () => '适用的法律法规清单',
  isShown: (snapshot) => snapshot.laws.length > 0,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    yield* drawTable(frame, {
      columns: [
        { heading: '序号', weight: 6, align: 'right' },
        { heading: '名称', weight: 32 },
        { heading: '发布机关', weight: 16 },
        { heading: '文号', weight: 18 },
        { heading: '施行日期', weight: 13, align: 'center' },
        { heading: '责任部门', weight: 15 },
      ],
      size: 8.5,
      vertical: 'middle',
      rows: snapshot.laws.map((law, index) => ({
        cells: [
          String(index + 1),
          law.note === '' ? law.title : `${law.title}（${law.note}）`,
          law.issuer,
          law.documentNumber,
          shortDate(law.inForceOn ?? law.issuedOn),
          law.department,
        ],
      })),
    });
  },
};
