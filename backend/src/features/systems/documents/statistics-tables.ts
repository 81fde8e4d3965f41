import type { StatisticsTable } from '@liangxing/dossier';
import {
  STATISTICS_LEVELS,
  statistics,
  statisticsLevelName,
  structureMatrix,
  type ListedStandard,
  type MatrixRow,
  type StatisticsRow,
  type StructureTree,
} from '@liangxing/system-structure';

type TableRow = StatisticsTable['rows'][number];

const note = '应有数为现有标准与拟制定标准之和；比率按各行的和计算，应有数为 0 时不填。';

/** 统计表: by level, by kind, and the matrix sub-system × level. */
export function statisticsTables(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): StatisticsTable[] {
  const { byLevel, byKind, total } = statistics(standards);
  return [
    ratioTable('标准统计表（按级别）', '标准级别', [...byLevel, total]),
    ratioTable('标准统计表（按类别）', '标准类别', [...byKind, total]),
    matrixTable(tree, standards),
  ];
}

function ratioTable(
  title: string,
  rowHeading: string,
  rows: readonly StatisticsRow[],
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

function matrixTable(tree: StructureTree, standards: readonly ListedStandard[]): StatisticsTable {
  return {
    title: '标准统计表（子体系与级别）',
    rowHeading: '子体系',
    columns: [
      ...STATISTICS_LEVELS.map((level) => ({
        heading: statisticsLevelName(level)['zh-CN'],
        format: 'count' as const,
      })),
      { heading: '合计', format: 'count' },
    ],
    rows: structureMatrix(tree, standards)
      .filter((row) => row.kind !== 'subsystem' || row.total.existing > 0)
      .map(matrixRow),
    note: '只计现有标准；每项标准按其主要位置计一次，没有标准的子体系不列。',
  };
}

function matrixRow(row: MatrixRow): TableRow {
  const isInner = row.kind === 'subsystem' || row.kind === 'direct';
  const code = isInner && row.code !== undefined ? `${row.code} ` : '';
  const label = row.kind === 'body' ? `${row.name['zh-CN']}小计` : row.name['zh-CN'];
  return {
    label: `${code}${label}`,
    depth: isInner ? 1 : 0,
    isTotal: row.kind === 'total' || row.kind === 'body',
    values: [...STATISTICS_LEVELS.map((level) => row.cells[level].existing), row.total.existing],
  };
}
