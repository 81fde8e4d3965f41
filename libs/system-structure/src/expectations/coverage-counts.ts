import { keyPath, type NodeIndex } from '../system/node-index';
import type { ExpectationResult } from './expectation-result';

/** expected = present + unplaced + planned + outdated + missing; what is not needed counts nowhere. */
export interface CoverageCounts {
  readonly expected: number;
  /** In force, with a place in the system. */
  readonly present: number;
  /** In force and in the register, but nowhere in the system yet. */
  readonly unplaced: number;
  /** Entered as still to be written: not there yet. */
  readonly planned: number;
  /** There only in an edition that is replaced or withdrawn. */
  readonly outdated: number;
  readonly missing: number;
  /** The essential ones among the expected and the present. */
  readonly essential: number;
  readonly essentialPresent: number;
}

type Counts = { -readonly [Key in keyof CoverageCounts]: number };

const noCounts = (): Counts => ({
  expected: 0,
  present: 0,
  unplaced: 0,
  planned: 0,
  outdated: 0,
  missing: 0,
  essential: 0,
  essentialPresent: 0,
});

/** A register is no system: what stands nowhere in it does not make it more complete. A person's decision is enough. */
export function isUnplaced({ state, basis, foundIn }: ExpectationResult): boolean {
  return state === 'present' && basis !== 'decision' && (foundIn ?? []).length === 0;
}

function add(counts: Counts, result: ExpectationResult): void {
  if (result.state === 'not_needed') return;
  const state = isUnplaced(result) ? 'unplaced' : result.state;
  counts.expected += 1;
  counts[state] += 1;
  if (!result.expectation.isEssential) return;
  counts.essential += 1;
  if (state === 'present') counts.essentialPresent += 1;
}

/** Counts of every untrimmed node with what is below it, and of the whole. */
export function countCoverage(
  index: NodeIndex,
  out: ReadonlySet<string>,
  results: readonly ExpectationResult[],
): {
  readonly nodes: Readonly<Record<string, CoverageCounts>>;
  readonly total: CoverageCounts;
} {
  const nodes = new Map<string, Counts>();
  for (const key of index.byKey.keys()) if (!out.has(key)) nodes.set(key, noCounts());
  const total = noCounts();
  for (const result of results) {
    add(total, result);
    for (const key of keyPath(index, result.expectation.node)) {
      const counts = nodes.get(key);
      if (counts !== undefined) add(counts, result);
    }
  }
  return { nodes: Object.fromEntries(nodes), total };
}

const ESSENTIAL_WEIGHT = 3;

/**
 * How complete the system is, in whole per cent; null where nothing is expected.
 *
 * An essential document weighs 3, a usual one 1. Counting both alike would let many small rules
 * hide that the control of purchasing is missing; counting only the essential ones would show 100 %
 * long before a manager would call the system complete. An assessor takes a whole item, commonly 3
 * points, for a missing essential document and a single point for a usual one. Only what is in
 * force and has a place counts: planned, outdated and unplaced ones earn nothing. What is not needed, and trimmed branches,
 * count on neither side. Rounded down, so that 100 means that nothing is missing.
 */
export function completeness(counts: CoverageCounts): number | null {
  const extra = ESSENTIAL_WEIGHT - 1;
  const whole = counts.expected + extra * counts.essential;
  if (whole === 0) return null;
  return Math.floor((100 * (counts.present + extra * counts.essentialPresent)) / whole);
}
