import type { BilingualText } from '../structure';
import { indexNodes, keyPaths, trimmedKeys } from '../system/node-index';
import type { Places, StandardSystem } from '../system/standard-system';
import { standardState, type Coverage } from './coverage';
import type { ExpectationResult } from './expectation-result';
import { isUnplaced } from './coverage-counts';
import type { CoverageStandard } from './expectation';

/** What a node of a system holds, with everything below it. */
export interface NodeHolding {
  readonly key: string;
  /** As it is shown. */
  readonly code: string;
  readonly name: BilingualText;
  readonly isTrimmed: boolean;
  /** Standards in force that stand there, or stand elsewhere for what is expected there. */
  readonly inForce: number;
  /** Standards there that are replaced or withdrawn. */
  readonly outdated: number;
  /** Essential documents expected there that do not count yet. */
  readonly missing: readonly {
    readonly title: BilingualText;
    readonly because: 'missing' | 'planned' | 'outdated' | 'unplaced';
  }[];
}

type Missing = NodeHolding['missing'][number];

function missingOf(result: ExpectationResult): Missing | null {
  const { expectation, state } = result;
  if (!expectation.isEssential || state === 'not_needed') return null;
  if (state !== 'present') return { title: expectation.title, because: state };
  return isUnplaced(result) ? { title: expectation.title, because: 'unplaced' } : null;
}

/**
 * The nodes in the system's order. A document that stands elsewhere counts where it is expected, once.
 * @param coverage of this system with these standards
 */
export function nodeHoldings(
  system: StandardSystem,
  places: Places,
  standards: readonly CoverageStandard[],
  coverage: Coverage,
): readonly NodeHolding[] {
  const out = trimmedKeys(system);
  const pathOf = keyPaths(indexNodes(system.nodes));
  const expected = new Map<string, string[]>();
  const missing = new Map<string, Missing[]>();
  for (const result of coverage.byExpectation) {
    const { expectation, state, standardId } = result;
    if (state === 'present' && standardId !== undefined && !isUnplaced(result))
      expected.set(standardId, [...(expected.get(standardId) ?? []), expectation.node]);
    const lacking = missingOf(result);
    if (lacking === null) continue;
    for (const key of pathOf(expectation.node)) {
      const known = missing.get(key);
      if (known === undefined) missing.set(key, [lacking]);
      else known.push(lacking);
    }
  }
  const inForce = new Map<string, number>();
  const outdated = new Map<string, number>();
  for (const standard of standards) {
    const state = standardState(standard);
    if (state === 'planned') continue;
    const counts = state === 'present' ? inForce : outdated;
    const stands = places.get(standard.id) ?? [];
    const isFor = expected.get(standard.id) ?? [];
    const at = [...stands, ...isFor].filter((key) => !out.has(key));
    const [first] = at;
    if (first === undefined) continue;
    const branches = at.length === 1 ? pathOf(first) : new Set(at.flatMap(pathOf));
    for (const key of branches) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return system.nodes.map(({ key, code, name }) => ({
    key,
    code,
    name,
    isTrimmed: out.has(key),
    inForce: inForce.get(key) ?? 0,
    outdated: outdated.get(key) ?? 0,
    missing: missing.get(key) ?? [],
  }));
}

/** The same holdings of a system in which nothing but codes and names of nodes has changed. */
export function rewordedHoldings(
  holdings: readonly NodeHolding[],
  { nodes }: Pick<StandardSystem, 'nodes'>,
): readonly NodeHolding[] {
  const words = new Map(nodes.map(({ key, code, name }) => [key, { code, name }]));
  return holdings.map((holding) => ({ ...holding, ...words.get(holding.key) }));
}
