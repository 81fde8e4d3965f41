import type { Scene } from '@liangxing/system-structure';
import { drawStructureDiagram } from '../charts/structure-diagram';
import { shortDate } from '../format';
import { caption, heading, paragraph, remark, startPart } from '../pdf/flow';
import type { PageFrame, PageLayout } from '../pdf/page-frame';
import { drawTable, type TableRow } from '../pdf/table';
import type { DossierSnapshot, StandardList, StatisticsTable } from '../snapshot';
import { listTable, statisticsTable, type PlainRow } from '../system-documents/plain-tables';
import { EMPTY_LIST } from '../system-documents/system-document';
import { always, type DossierPart } from './part';

const bodyRow = (row: PlainRow): TableRow => ({ cells: row.cells });

const sectionRow = (columns: number, row: PlainRow): TableRow => ({
  kind: 'section',
  cells: [{ text: row.cells[0] ?? '', columnSpan: columns, align: 'left' }],
});

export function* drawList(frame: PageFrame, list: StandardList): Generator<void> {
  const { columns, rows } = listTable(list);
  if (rows.length === 0) {
    paragraph(frame, EMPTY_LIST);
    return;
  }
  yield* drawTable(frame, {
    columns: [...columns],
    rows: rows.map((row) =>
      row.kind === 'section' ? sectionRow(columns.length, row) : bodyRow(row),
    ),
    size: 8.5,
    leading: 12,
    vertical: 'middle',
    padding: 2.8,
  });
}

export function* drawStatistics(frame: PageFrame, table: StatisticsTable): Generator<void> {
  const { columns, rows } = statisticsTable(table);
  yield* drawTable(frame, {
    caption: table.title,
    columns: [...columns],
    rows: rows.map(({ kind, cells: [label = '', ...values] }) => ({
      kind: kind === 'total' ? 'total' : 'body',
      cells: [{ text: label, align: 'left' }, ...values],
    })),
    vertical: 'middle',
  });
  if (table.note !== '') remark(frame, table.note);
}

/** Widest drawing, in points, that A4 in landscape still shows readably: two thirds of its size. */
const WIDEST_ON_A4 = 1115;

/** A drawing that is not clearly wider than high is larger on an upright page; a very wide one needs A3. */
export const layoutOf = (scene: Scene | undefined): PageLayout => {
  if (!scene) return 'landscape';
  if (scene.height * 1.2 > scene.width) return 'portrait';
  return scene.width > WIDEST_ON_A4 ? 'wide' : 'landscape';
};

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
