import type { StatisticsTable } from '@liangxing/dossier';
import {
  STATISTICS_LEVELS,
  statistics,
  statisticsLevelName,
  structureMatrix,
  systemFigures,
  type ListedStandard,
  type MatrixRow,
  type StatisticsLevel,
  type StatisticsRow,
  type SystemFigures,
  type StructureTree,
} from '@liangxing/system-structure';

type TableRow = StatisticsTable['rows'][number];

/** 应有数 in words, with its parts. */
function usualNote({ existing, planned, missing }: SystemFigures): string {
  return `应有数为现有标准（${existing} 项）、拟制定标准（${planned} 项）与尚缺的必备标准（${missing} 项）之和；比率按各行的和计算，应有数为 0 时不填。`;
}

/** What the tables leave out though the list shows it. */
function leftOut(standards: readonly ListedStandard[]): string {
  const count = standards.filter(({ isOutOfForce }) => isOutOfForce === true).length;
  return count === 0 ? '' : `明细表中已被代替或废止的 ${count} 项不计。`;
}

/** 统计表: by level, by kind, and the matrix sub-system × level. */
export function statisticsTables(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): StatisticsTable[] {
  const { byLevel, byKind, total } = statistics(standards);
  const remark = `${usualNote(systemFigures(tree, standards))}${leftOut(standards)}`;
  return [
    ratioTable('标准统计表（按级别）', '标准级别', [...byLevel, total], remark),
    ratioTable('标准统计表（按类别）', '标准类别', [...byKind, total], remark),
    matrixTable(tree, standards),
  ];
}

function ratioTable(
  title: string,
  rowHeading: string,
  rows: readonly StatisticsRow[],
  note: string,
): StatisticsTable {
  return {
    title,
    rowHeading,
    columns: [
      { heading: '应有数', format: 'count' },
      { heading: '现有数', format: 'count' },
      { heading: '现有数／应有数（%）', format: 'share' },
    ],
    rows: rows.map((row) => ({
      label: row.name['zh-CN'],
      depth: 0,
      isTotal: row.key === 'total',
      // Tenths of a percent become the snapshot's hundredths.
      values: [
        row.expected,
        row.existing,
        row.ratioTenths === undefined ? null : row.ratioTenths * 10,
      ],
    })),
    note,
  };
}

/** Columns that stand only where there is something in them. */
const isRare = (level: StatisticsLevel): boolean =>
  level === 'international' || level === 'foreign' || level === 'other';

function matrixTable(tree: StructureTree, standards: readonly ListedStandard[]): StatisticsTable {
  const matrix = structureMatrix(tree, standards);
  const counted = matrix.find(({ kind }) => kind === 'total');
  const levels = STATISTICS_LEVELS.filter(
    (level) => !isRare(level) || (counted?.cells[level].existing ?? 0) > 0,
  );
  return {
    title: '标准统计表（子体系与级别）',
    rowHeading: '子体系',
    columns: [
      ...levels.map((level) => ({
        heading: statisticsLevelName(level)['zh-CN'],
        format: 'count' as const,
      })),
      { heading: '合计', format: 'count' },
    ],
    rows: matrix
      .filter((row) => row.kind !== 'subsystem' || row.total.existing > 0)
      .map((row) => matrixRow(row, levels)),
    note: `只计现有标准；每项标准按其主要位置计一次，没有标准的子体系不列。${leftOut(standards)}`,
  };
}

function matrixRow(row: MatrixRow, levels: readonly StatisticsLevel[]): TableRow {
  const isInner = row.kind === 'subsystem' || row.kind === 'direct';
  const code = isInner && row.code !== undefined ? `${row.code} ` : '';
  const label = row.kind === 'body' ? `${row.name['zh-CN']}小计` : row.name['zh-CN'];
  return {
    label: `${code}${label}`,
    depth: isInner ? 1 : 0,
    isTotal: row.kind === 'total' || row.kind === 'body',
    values: [...levels.map((level) => row.cells[level].existing), row.total.existing],
  };
}
