import { indexNodes, keyPaths, trimmedKeys, type NodeIndex } from '../system/node-index';
import type { ExpectationDecision, Places, StandardSystem } from '../system/standard-system';
import type { StructureTemplateId } from '../structure';
import { countCoverage, type CoverageCounts } from './coverage-counts';
import type { CoverageStandard, EnterpriseSize, Expectation, Industry } from './expectation';
import type { ExpectationResult } from './expectation-result';
import { expectationsOf } from './library/index';
import { indexExpectations, matchesOf, type ExpectationIndex } from './match-titles';

export interface Coverage {
  /** By node key, with everything below it; trimmed nodes are absent. */
  readonly nodes: Readonly<Record<string, CoverageCounts>>;
  readonly total: CoverageCounts;
  /** In the order of the nodes, then of the library. */
  readonly byExpectation: readonly ExpectationResult[];
}

type Found = Pick<ExpectationResult, 'state' | 'standardId' | 'basis' | 'foundIn' | 'isElsewhere'>;

const STATES = ['present', 'planned', 'outdated'] as const;
const BASES = ['decision', 'number', 'words', 'node'] as const;

interface Candidate {
  readonly state: (typeof STATES)[number];
  readonly standardId: string;
  readonly basis: (typeof BASES)[number];
  readonly foundIn: readonly string[];
  readonly isElsewhere: boolean;
}

/** A plan for a national standard (20242277-T-604) is no standard yet. */
const PLAN_NUMBER = /^\d{8}-/u;

export function standardState(standard: CoverageStandard): Candidate['state'] {
  if (standard.isOutdated === true) return 'outdated';
  return standard.isPlanned || PLAN_NUMBER.test(standard.number.trim()) ? 'planned' : 'present';
}

/** Negative where `a` stands better for the expectation: state, place, way found, then id. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    Number(a.isElsewhere) - Number(b.isElsewhere) ||
    Number(a.foundIn.length === 0) - Number(b.foundIn.length === 0) ||
    BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
    (a.standardId < b.standardId ? -1 : Number(a.standardId > b.standardId))
  );
}

interface Located {
  readonly places: readonly string[];
  /** The places with every node above them. */
  readonly branches: ReadonlySet<string>;
}

/** Where each entry stands, without the places in trimmed branches. */
function locator(index: NodeIndex, places: Places, out: ReadonlySet<string>) {
  const pathOf = keyPaths(index);
  const located = (keys: readonly string[]): Located => ({
    places: keys,
    branches: new Set(keys.flatMap(pathOf)),
  });
  const nowhere = located([]);
  // Most entries stand in one node, many in the same.
  const alone = new Map<string, Located>();
  return (standardId: string): Located => {
    const keys = (places.get(standardId) ?? []).filter(
      (key) => index.byKey.has(key) && !out.has(key),
    );
    const [key] = keys;
    if (key === undefined) return nowhere;
    if (keys.length > 1) return located(keys);
    const known = alone.get(key) ?? located(keys);
    alone.set(key, known);
    return known;
  };
}

type Locate = ReturnType<typeof locator>;

function candidateOf(
  standard: CoverageStandard,
  state: Candidate['state'],
  { places, branches }: Located,
  expectation: Expectation,
  basis: Candidate['basis'],
): Candidate {
  const isElsewhere = !branches.has(expectation.node);
  return { state, standardId: standard.id, basis, foundIn: places, isElsewhere };
}

const indexes = new Map<string, ExpectationIndex>();

/** Of every size: the index of a template and industry never changes, it is built when first asked for. */
function indexFor(template: StructureTemplateId, industry: Industry): ExpectationIndex {
  const key = `${template} ${industry}`;
  const index = indexes.get(key) ?? indexExpectations(expectationsOf(template, industry));
  indexes.set(key, index);
  return index;
}

/** By expectation id, also of expectations whose node is trimmed: nobody asks for those. */
function bestCandidates(
  index: ExpectationIndex,
  standards: readonly CoverageStandard[],
  locate: Locate,
): ReadonlyMap<string, Candidate> {
  const best = new Map<string, Candidate>();
  for (const standard of standards) {
    const [located, state] = [locate(standard.id), standardState(standard)];
    for (const { expectation, basis } of matchesOf(index, standard, located.branches)) {
      const candidate = candidateOf(standard, state, located, expectation, basis);
      const known = best.get(expectation.id);
      if (known === undefined || compareCandidates(candidate, known) < 0) {
        best.set(expectation.id, candidate);
      }
    }
  }
  return best;
}

/** Expectations of the industry and size whose node stands in the system untrimmed, in the system's order. */
function expectedIn(
  system: StandardSystem,
  industry: Industry,
  size: EnterpriseSize | null,
  out: ReadonlySet<string>,
): readonly Expectation[] {
  const orders = new Map<string, number>();
  system.nodes.forEach((node, at) => {
    if (node.origin === 'template' && !out.has(node.key)) orders.set(node.key, at);
  });
  return expectationsOf(system.templateId, industry, size)
    .filter(({ node }) => orders.has(node))
    .map((expectation, at) => ({ expectation, order: orders.get(expectation.node) ?? 0, at }))
    .sort((a, b) => a.order - b.order || a.at - b.at)
    .map(({ expectation }) => expectation);
}

/**
 * What a complete system of that industry and size holds against what this one holds.
 *
 * An entry may stand for several expectations: one procedure often covers two topics. It counts
 * wherever it stands in the system, and is told as unplaced where it stands nowhere; of several the one in force, in the expected node, found by
 * its number is named. A decision `covered` holds as long as its standard is in the register; one
 * whose standard is gone falls back to what is found. Trimmed branches expect nothing.
 *
 * @param standards the register; their order does not matter
 * @param size null, unknown: everything is expected
 * @returns counts per node and in total that add up: expected = present + unplaced + planned + outdated + missing
 */
export function coverage(
  system: StandardSystem,
  places: Places,
  standards: readonly CoverageStandard[],
  industry: Industry,
  size: EnterpriseSize | null = null,
): Coverage {
  const out = trimmedKeys(system);
  const nodeIndex = indexNodes(system.nodes);
  const expectations = expectedIn(system, industry, size, out);
  const locate = locator(nodeIndex, places, out);
  const best = bestCandidates(indexFor(system.templateId, industry), standards, locate);
  const byId = new Map(standards.map((standard) => [standard.id, standard]));
  const find = (expectation: Expectation, decision: ExpectationDecision | undefined): Found => {
    if (decision?.kind === 'not_needed') return { state: 'not_needed' };
    const chosen = decision === undefined ? undefined : byId.get(decision.standardId);
    if (chosen !== undefined) {
      const state = standardState(chosen);
      return candidateOf(chosen, state, locate(chosen.id), expectation, 'decision');
    }
    return best.get(expectation.id) ?? { state: 'missing' };
  };
  const byExpectation = expectations.map((expectation): ExpectationResult => {
    const decision = Object.hasOwn(system.decisions, expectation.id)
      ? system.decisions[expectation.id]
      : undefined;
    const found = find(expectation, decision);
    return { expectation, ...found, ...(decision === undefined ? {} : { decision }) };
  });
  return { ...countCoverage(nodeIndex, out, byExpectation), byExpectation };
}
