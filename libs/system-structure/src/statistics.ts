import { STANDARD_LEVEL_NAMES, STANDARD_LEVELS } from '@liangxing/standard-number';
import {
  STANDARD_KIND_NAMES,
  STANDARD_KINDS,
  type BilingualText,
  type ListedLevel,
  type ListedStandard,
  type StandardKind,
} from './structure';

/** Standards that exist, and those that should: existing, 拟制定 and missing essential ones together. */
export interface Tally {
  readonly existing: number;
  readonly expected: number;
}

/** Columns of the matrix and rows of the first block. */
export type StatisticsLevel = ListedLevel;

/** In the order of the 统计表: national, sector, local, group, enterprise, international, foreign. */
export const STATISTICS_LEVELS = [
  ...STANDARD_LEVELS,
  'other',
] as const satisfies readonly StatisticsLevel[];

export interface StatisticsRow {
  readonly key: StatisticsLevel | StandardKind | 'unset' | 'total';
  readonly name: BilingualText;
  /** 应有数. */
  readonly expected: number;
  /** 现有数. */
  readonly existing: number;
  /** 现有数／应有数 in tenths of a per cent (87.5 % = 875); absent where 应有数 is 0. */
  readonly ratioTenths?: number;
}

/** 统计表 (GB/T 13016-2018, GB/T 13017-2018) in its two blocks over the same standards. */
export interface Statistics {
  readonly byLevel: readonly StatisticsRow[];
  readonly byKind: readonly StatisticsRow[];
  /** 共计: its ratio is that of the sums, not a mean of ratios. */
  readonly total: StatisticsRow;
}

const OTHER: BilingualText = { 'zh-CN': '其他文件', en: 'Other documents' };
/** Rows that an enterprise without such standards does not print. */
const ONLY_IF_ANY: ReadonlySet<StatisticsRow['key']> = new Set([
  'international',
  'foreign',
  'other',
]);
const UNSET: BilingualText = { 'zh-CN': '未填类别', en: 'Kind not given' };

export const NO_STANDARDS: Tally = { existing: 0, expected: 0 };

export function addTallies(a: Tally, b: Tally): Tally {
  return { existing: a.existing + b.existing, expected: a.expected + b.expected };
}

export function tallyOf(standards: readonly ListedStandard[]): Tally {
  const wanted = standards.filter(({ isOutOfForce }) => isOutOfForce !== true);
  const existing = wanted.filter(({ isPlanned, isMissing }) => !isPlanned && !isMissing).length;
  return { existing, expected: wanted.length };
}

/** 现有数／应有数 in tenths of a per cent, half up; undefined where 应有数 is 0. */
export function ratioTenthsOf({ existing, expected }: Tally): number | undefined {
  return expected === 0 ? undefined : Math.floor((2000 * existing + expected) / (2 * expected));
}

/** `875` → `87.5`; blank where there is no ratio. */
export function formatRatio(tenths: number | undefined): string {
  return tenths === undefined ? '' : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function rowOf(key: StatisticsRow['key'], name: BilingualText, tally: Tally): StatisticsRow {
  const ratioTenths = ratioTenthsOf(tally);
  return { key, name, ...tally, ...(ratioTenths === undefined ? {} : { ratioTenths }) };
}

/** Name of a row of the first block. */
export function statisticsLevelName(level: StatisticsLevel): BilingualText {
  return level === 'other' ? OTHER : STANDARD_LEVEL_NAMES[level];
}

/**
 * Fills the 统计表. International and foreign standards, what is of no level and what nobody gave a kind stand in rows of
 * their own where there are any.
 * Entries that are out of force are in no row.
 */
export function statistics(standards: readonly ListedStandard[]): Statistics {
  const byLevel = STATISTICS_LEVELS.map((level) => {
    const members = standards.filter((standard) => standard.level === level);
    return rowOf(level, statisticsLevelName(level), tallyOf(members));
  }).filter(({ key, expected }) => !ONLY_IF_ANY.has(key) || expected > 0);
  const kinds = STANDARD_KINDS.map((kind) => {
    const members = standards.filter((standard) => standard.kind === kind);
    return rowOf(kind, STANDARD_KIND_NAMES[kind], tallyOf(members));
  });
  const unset = tallyOf(standards.filter(({ kind }) => kind === undefined));
  const byKind = unset.expected === 0 ? kinds : [...kinds, rowOf('unset', UNSET, unset)];
  const total = rowOf('total', { 'zh-CN': '共计', en: 'Total' }, tallyOf(standards));
  return { byLevel, byKind, total };
}
