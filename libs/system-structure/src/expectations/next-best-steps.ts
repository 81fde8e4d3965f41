import { indexNodes, trimmedKeys } from '../system/node-index';
import type { Places, StandardSystem, SystemNode } from '../system/standard-system';
import type { BilingualText } from '../structure';
import type { Coverage } from './coverage';
import type { ExpectationResult } from './expectation-result';
import type { CoverageStandard } from './expectation';
import { NODE_FACTS } from './node-facts';
import * as reasons from './step-reasons';

export type NextStepKind =
  | 'create_system'
  | 'decide_trims'
  | 'place_standards'
  | 'write_standard'
  | 'adopt_standard'
  | 'replace_withdrawn'
  | 'fill_node'
  | 'finish_planned'
  | 'add_usual'
  | 'keep_up';

/** One thing to do next, and why. */
export interface NextStep {
  readonly kind: NextStepKind;
  /** What to do and why, in one sentence for people. */
  readonly reason: BilingualText;
  /** Keys of the nodes that it is about, in the system's order. */
  readonly nodes: readonly string[];
  /** Id of the expected document, where the step is about one. */
  readonly expectation?: string;
  /** Ids of the entries of the register that it is about. */
  readonly standards: readonly string[];
  /** Items of the scheme that wait for it. */
  readonly items: readonly string[];
  /** Points of those items together; null where the scheme's points are not known. */
  readonly points: number | null;
}

export interface StepFacts {
  /** Null while the enterprise has no system. */
  readonly system: StandardSystem | null;
  readonly places: Places;
  readonly standards: readonly CoverageStandard[];
  /** Of this system, with these standards; null exactly where `system` is. */
  readonly coverage: Coverage | null;
  /** Ids of the scheme's items that a node's standards answer, from its pack; by the node's key. */
  readonly itemsOf: (node: string) => readonly string[];
  /** Points by item of that scheme, from its pack; without them items are counted. */
  readonly pointsOf?: ((item: string) => number | undefined) | undefined;
}

type Facts = StepFacts & { readonly system: StandardSystem; readonly coverage: Coverage };

function pointsOf(facts: StepFacts, items: readonly string[]): number | null {
  if (facts.pointsOf === undefined) return null;
  const points = items.flatMap((item) => facts.pointsOf?.(item) ?? []);
  return points.length === 0 ? null : points.reduce((sum, value) => sum + value, 0);
}

interface About {
  readonly nodes?: readonly string[];
  readonly standards?: readonly string[];
  readonly items?: readonly string[];
  readonly expectation?: string;
}

function step(facts: StepFacts, kind: NextStepKind, reason: BilingualText, about: About): NextStep {
  const { nodes = [], standards = [], items = [], expectation } = about;
  return {
    kind,
    reason,
    nodes,
    standards,
    items,
    points: pointsOf(facts, items),
    ...(expectation === undefined ? {} : { expectation }),
  };
}

/** Keys of the nodes that hold a standard, themselves or somewhere below. */
function heldNodes({ system, places, standards }: Facts): ReadonlySet<string> {
  const known = new Set(standards.map(({ id }) => id));
  const held = new Set<string>();
  for (const [id, keys] of places) if (known.has(id)) for (const key of keys) held.add(key);
  // Parents stand before children: read backwards, every branch is complete before its top.
  for (const { key, parent } of [...system.nodes].reverse()) {
    if (parent !== null && held.has(key)) held.add(parent);
  }
  return held;
}

/** Nodes that may go, hold nothing, and that nobody has decided upon; a branch by its top only. */
function openTrims(facts: Facts, held: ReadonlySet<string>): readonly SystemNode[] {
  const out = trimmedKeys(facts.system);
  const decided = new Set(
    facts.coverage.byExpectation
      .filter(({ decision, state }) => decision !== undefined || state === 'present')
      .map(({ expectation }) => expectation.node),
  );
  const named = new Set<string>();
  return facts.system.nodes.filter(({ key, parent, origin, isKept }) => {
    // Who keeps a branch has decided on all of it.
    if (isKept === true || (parent !== null && named.has(parent))) {
      named.add(key);
      return false;
    }
    const isOpen =
      origin === 'template' &&
      NODE_FACTS[key]?.mayTrim === true &&
      ![out, held, decided].some((keys) => keys.has(key));
    if (isOpen) named.add(key);
    return isOpen;
  });
}

function unplaced({ places, standards }: Facts): readonly string[] {
  return standards.filter(({ id }) => (places.get(id) ?? []).length === 0).map(({ id }) => id);
}

/**
 * One step per result. What a node feeds is shared among the documents that it waits for: the one
 * that alone opens many points or items comes before one of many in the same node.
 */
function documentSteps(
  facts: Facts,
  results: readonly ExpectationResult[],
  kindOf: (result: ExpectationResult) => NextStepKind,
  reasonOf: typeof reasons.missingEssential,
): readonly NextStep[] {
  const waiting = new Map<string, number>();
  for (const { expectation } of results) {
    waiting.set(expectation.node, (waiting.get(expectation.node) ?? 0) + 1);
  }
  const share = ({ nodes, points, items }: NextStep): number =>
    (points ?? items.length) / (waiting.get(nodes[0] ?? '') ?? 1);
  const byKey = new Map(facts.system.nodes.map((node) => [node.key, node]));
  return results
    .flatMap((result) => {
      const { expectation, standardId } = result;
      const node = byKey.get(expectation.node);
      if (node === undefined) return [];
      const items = facts.itemsOf(node.key);
      const reason = reasonOf(expectation, node, items.length, pointsOf(facts, items));
      const standards = standardId === undefined ? [] : [standardId];
      const about = { nodes: [node.key], standards, items, expectation: expectation.id };
      return [step(facts, kindOf(result), reason, about)];
    })
    .sort((a, b) => share(b) - share(a) || b.items.length - a.items.length);
}

/** Leaves without a standard, and without a document that stands elsewhere, not named before. */
function emptyNodes(
  facts: Facts,
  held: ReadonlySet<string>,
  named: ReadonlySet<string>,
): readonly SystemNode[] {
  const out = trimmedKeys(facts.system);
  const { children } = indexNodes(facts.system.nodes);
  return facts.system.nodes.filter(({ key }) => {
    if (out.has(key) || held.has(key) || named.has(key) || children.has(key)) return false;
    return (facts.coverage.nodes[key]?.present ?? 0) === 0;
  });
}

const writeOrAdopt = ({ expectation }: ExpectationResult): NextStepKind =>
  expectation.level === 'external' ? 'adopt_standard' : 'write_standard';

function groundwork(facts: Facts, trims: readonly SystemNode[]): readonly NextStep[] {
  const steps: NextStep[] = [];
  const open = unplaced(facts);
  if (open.length > 0) {
    const reason = reasons.placeStandards(open.length);
    steps.push(step(facts, 'place_standards', reason, { standards: open }));
  }
  if (trims.length > 0) {
    const nodes = trims.map(({ key }) => key);
    steps.push(step(facts, 'decide_trims', reasons.decideTrims(trims), { nodes }));
  }
  return steps;
}

function replacement(facts: Facts): readonly NextStep[] {
  const old = facts.standards.filter(({ isOutdated }) => isOutdated === true);
  if (old.length === 0) return [];
  const standards = old.map(({ id }) => id);
  return [step(facts, 'replace_withdrawn', reasons.replaceWithdrawn(old), { standards })];
}

/**
 * What to do next, the most useful first: create the system; place what has no place; decide the
 * trims that nobody has looked at, now that it shows what is empty; write or adopt the missing essential documents, by the points or
 * items that each of them opens; replace what is withdrawn; fill empty nodes; finish what is planned; add
 * what is usual. Never empty: with nothing open, one `keep_up`. The same facts give the same list.
 */
export function nextBestSteps(given: StepFacts): readonly NextStep[] {
  const { system, coverage } = given;
  if (system === null || coverage === null) {
    return [step(given, 'create_system', reasons.createSystem(given.standards.length), {})];
  }
  const facts: Facts = { ...given, system, coverage };
  const held = heldNodes(facts);
  const trims = openTrims(facts, held);
  const missing = coverage.byExpectation.filter(({ state }) => state === 'missing');
  const essential = documentSteps(
    facts,
    missing.filter(({ expectation }) => expectation.isEssential),
    writeOrAdopt,
    reasons.missingEssential,
  );
  const named = new Set([...trims.map(({ key }) => key), ...essential.flatMap((one) => one.nodes)]);
  const planned = coverage.byExpectation.filter(({ state }) => state === 'planned');
  const usual = missing.filter(({ expectation }) => !expectation.isEssential);
  const steps = [
    ...groundwork(facts, trims),
    ...essential,
    ...replacement(facts),
    ...emptyNodes(facts, held, named).map((node) =>
      step(facts, 'fill_node', reasons.fillNode(node, NODE_FACTS[node.key]?.mayTrim ?? true), {
        nodes: [node.key],
        items: facts.itemsOf(node.key),
      }),
    ),
    ...documentSteps(facts, planned, () => 'finish_planned', reasons.finishPlanned),
    ...documentSteps(facts, usual, () => 'add_usual', reasons.addUsual),
  ];
  return steps.length > 0 ? steps : [step(facts, 'keep_up', reasons.keepUp(), {})];
}
