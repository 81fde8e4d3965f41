import { EXPECTATIONS } from '../../expectations/library/index';
import { mayTrimNode } from '../../expectations/node-facts';
import type { BilingualText } from '../../structure';
import { STRUCTURE_TEMPLATES } from '../../templates/index';
import { labelOf } from '../node-checks';
import { branchOf, indexNodes, trimmedKeys, type NodeIndex } from '../node-index';
import type { ExpectationDecision, StandardSystem, SystemNode } from '../standard-system';
import { COUNTERPARTS, FRESH, FROM, labelFor, SOURCES } from './counterparts';
import type { MovedOwnNode } from './own-nodes';

/** What an enterprise has decided on a node of the template, or on a document that it expects. */
export const CARRIED_KINDS = ['trim', 'keep', 'name', 'code', 'decision'] as const;
export type CarriedKind = (typeof CARRIED_KINDS)[number];

export interface CarriedDecision {
  readonly kind: CarriedKind;
  /** Node of the old system; of a decision, the node to which the document belongs. */
  readonly fromKey: string;
  /** Node of the new system; null: it cannot be carried, a person decides anew. */
  readonly toKey: string | null;
  /** Ids in both forms, where it is about an expected document. */
  readonly expectation?: { readonly from: string; readonly to: string | null };
  /** What was decided: the reason of a trim, the name, the code, the title of the document. */
  readonly text: BilingualText;
  /** Why there, or why it must be decided anew. */
  readonly reason: BilingualText;
}

const both = (text: string): BilingualText => ({ 'zh-CN': text, en: text });
const text = (zh: string, en: string): BilingualText => ({ 'zh-CN': zh, en });
const SHIPPED = new Map(STRUCTURE_TEMPLATES[FROM].nodes.map((node) => [node.code, node]));

export const isRenamed = ({ key, name }: SystemNode): boolean =>
  SHIPPED.get(key)?.name['zh-CN'] !== name['zh-CN'] || SHIPPED.get(key)?.name.en !== name.en;

/** Not the code of the form, nor one that follows from the parent's: a person has given it. */
export function hasOwnCode(index: NodeIndex, { key, parent, code }: SystemNode): boolean {
  const above = parent === null ? undefined : index.byKey.get(parent);
  if (SHIPPED.get(key)?.code === code) return false;
  return above === undefined || !code.startsWith(above.code);
}

interface Facts {
  readonly index: NodeIndex;
  readonly out: ReadonlySet<string>;
  /** Keys of the 2017 form where standards or own nodes that are in use will stand. */
  readonly used: ReadonlySet<string>;
}

type Verdict = Pick<CarriedDecision, 'toKey' | 'reason'>;

const anew = (zh: string, en: string): Verdict => ({ toKey: null, reason: text(zh, en) });

function carriedTo(toKey: string): Verdict {
  const reason = text(`对应 ${labelFor(toKey, 'zh-CN')}`, `It is ${labelFor(toKey, 'en')} now`);
  return { toKey, reason };
}

/** Where a decision goes on which all nodes of the same subject agree. */
function agreed(facts: Facts, key: string, isSame: (node: SystemNode) => boolean): Verdict {
  const toKey = COUNTERPARTS.get(key);
  if (toKey === undefined) {
    return anew('2017 版没有与它一一对应的节点', 'The 2017 form has no node of the same subject');
  }
  const sources = (SOURCES.get(toKey) ?? []).flatMap((one) => facts.index.byKey.get(one) ?? []);
  const other = sources.find((node) => node.key !== key && !isSame(node));
  if (other === undefined) return carriedTo(toKey);
  const label = labelOf(other, other.key);
  return anew(
    `${labelFor(toKey, 'zh-CN')} 还包含“${label}”，后者的决定不同`,
    `${labelFor(toKey, 'en')} also holds "${label}", on which it was decided otherwise`,
  );
}

function trimVerdict(facts: Facts, key: string): Verdict {
  const verdict = agreed(facts, key, (node) => facts.out.has(node.key));
  const { toKey } = verdict;
  if (toKey === null) return verdict;
  const [zh, en] = [labelFor(toKey, 'zh-CN'), labelFor(toKey, 'en')];
  if (!mayTrimNode(toKey)) {
    return anew(`${zh} 是 2017 版必备的，不能裁剪`, `${en} belongs to every system of 2017`);
  }
  if (branchOf(FRESH, toKey).some((node) => facts.used.has(node.key))) {
    return anew(`${zh} 中将有标准或自设节点`, `Standards or own nodes will stand in ${en}`);
  }
  return verdict;
}

function nodeDecisions(facts: Facts, node: SystemNode): readonly CarriedDecision[] {
  const { key: fromKey, trimmed, name, code } = node;
  const rows: CarriedDecision[] = [];
  if (trimmed !== null) {
    rows.push({ kind: 'trim', fromKey, text: both(trimmed), ...trimVerdict(facts, fromKey) });
  }
  if (node.isKept === true) {
    const verdict = agreed(facts, fromKey, () => true);
    rows.push({ kind: 'keep', fromKey, text: both(''), ...verdict });
  }
  if (isRenamed(node)) {
    const verdict = agreed(facts, fromKey, (other) => other.name['zh-CN'] === name['zh-CN']);
    rows.push({ kind: 'name', fromKey, text: name, ...verdict });
  }
  if (hasOwnCode(facts.index, node)) {
    // Two nodes never share a code, so that only a subject that stands alone keeps it.
    const verdict = agreed(facts, fromKey, () => false);
    rows.push({ kind: 'code', fromKey, text: both(code), ...verdict });
  }
  return rows;
}

const expectationIdentity = ({ topic, title }: (typeof EXPECTATIONS)[number]): string =>
  `${topic}\n${title['zh-CN']}`;
const OLD_EXPECTATIONS = new Map(
  EXPECTATIONS.filter(({ template }) => template === FROM).map((one) => [one.id, one]),
);
const NEW_EXPECTATIONS = new Map(
  EXPECTATIONS.filter(({ template }) => template !== FROM).map((one) => [
    expectationIdentity(one),
    one,
  ]),
);

function decisionRow([id, decision]: readonly [string, ExpectationDecision]): CarriedDecision {
  const old = OLD_EXPECTATIONS.get(id);
  const fresh = old === undefined ? undefined : NEW_EXPECTATIONS.get(expectationIdentity(old));
  const title = old?.title ?? both(id);
  const says = decision.kind === 'not_needed' ? decision.reason : '';
  const verdict =
    fresh === undefined
      ? anew('2017 版没有这一项预期', 'The 2017 form does not expect it')
      : carriedTo(fresh.node);
  return {
    kind: 'decision',
    fromKey: old?.node ?? id,
    expectation: { from: id, to: fresh?.id ?? null },
    text: says === '' ? title : text(`${title['zh-CN']}：${says}`, `${title.en}: ${says}`),
    ...verdict,
  };
}

/**
 * What was decided on nodes of the template and on expected documents, and where it goes.
 * @param targets keys of the new system where standards will stand
 */
export function carryDecisions(
  system: StandardSystem,
  ownNodes: readonly MovedOwnNode[],
  targets: Iterable<string>,
): readonly CarriedDecision[] {
  const out = trimmedKeys(system);
  const inUse = ownNodes.filter(({ fromKey }) => !out.has(fromKey));
  const used = new Set([
    ...targets,
    ...inUse.flatMap(({ parent, toKey }) => [parent ?? '', toKey]),
  ]);
  const facts: Facts = { index: indexNodes(system.nodes), out, used };
  return [
    ...system.nodes
      .filter(({ origin }) => origin === 'template')
      .flatMap((node) => nodeDecisions(facts, node)),
    ...Object.entries(system.decisions).map(decisionRow),
  ];
}
