import type { ItemFacts, NodeFacts } from './facts';
import type { Reason, ReasonParameters } from './reason';
import type { CheckResult, CheckState } from './check-result';

const named = ({ code, name }: NodeFacts): ReasonParameters => ({
  code,
  name: name['zh-CN'],
  'name:en': name.en ?? name['zh-CN'],
});

interface JudgedNode {
  readonly state: Exclude<CheckState, 'unknown'>;
  readonly reasons: readonly Reason[];
}

/** Nothing in force: not met. An essential document away, or something out of force: partly. */
function judged(node: NodeFacts): JudgedNode {
  const missing = node.missing.map(({ title, because }): Reason => {
    const parameters = {
      ...named(node),
      title: title['zh-CN'],
      'title:en': title.en ?? title['zh-CN'],
    };
    return { code: `document_${because}`, parameters };
  });
  if (node.inForce === 0)
    return {
      state: 'not_met',
      reasons: missing.length > 0 ? missing : [{ code: 'node_empty', parameters: named(node) }],
    };
  const outdated: Reason[] =
    node.outdated > 0
      ? [{ code: 'node_outdated', parameters: { ...named(node), count: node.outdated } }]
      : [];
  const reasons = [...missing, ...outdated];
  return { state: reasons.length > 0 ? 'partly' : 'met', reasons };
}

const codes = (nodes: readonly NodeFacts[]): ReasonParameters => ({
  nodes: nodes.map(({ code }) => code).join('、'),
  'nodes:en': nodes.map(({ code }) => code).join(', '),
});

/** `BZ1` stands above `BZ1.1`, `J` above `J01`; `BZ1` not above `BZ10`. */
const isAbove = (upper: string, lower: string): boolean =>
  lower.startsWith(upper) && lower !== upper && (lower[upper.length] === '.' || !/\d/.test(upper));

/** Where an item names a node and one below it, the lower one is meant; the upper one holds much besides. */
const lowest = (nodes: readonly NodeFacts[]): readonly NodeFacts[] =>
  nodes.filter(({ key }) => !nodes.some((other) => isAbove(key, other.key)));

/**
 * 文件: every node of the item holds what is expected there, in force. Trimmed nodes are left out; where none is left
 * the product cannot know.
 */
export function checkDocument(wanted: readonly string[], facts: ItemFacts): CheckResult {
  const unknown = (reason: Reason): CheckResult => ({
    check: 'document',
    state: 'unknown',
    reasons: [reason],
  });
  const { nodes } = facts;
  if (nodes === null) return unknown({ code: 'no_system', parameters: {} });
  if (nodes.length === 0) {
    const parameters = { nodes: wanted.join('、'), 'nodes:en': wanted.join(', ') };
    return unknown({ code: 'nodes_absent', parameters });
  }
  const standing = lowest(nodes.filter(({ isTrimmed }) => !isTrimmed));
  if (standing.length === 0) return unknown({ code: 'nodes_trimmed', parameters: codes(nodes) });
  const results = standing.map(judged);
  const has = (state: CheckState) => results.some((result) => result.state === state);
  if (!has('partly') && !has('not_met')) {
    const count = standing.reduce((sum, { inForce }) => sum + inForce, 0);
    const parameters = { ...codes(standing), count };
    return { check: 'document', state: 'met', reasons: [{ code: 'documents_held', parameters }] };
  }
  return {
    check: 'document',
    state: has('met') || has('partly') ? 'partly' : 'not_met',
    reasons: results.flatMap(({ reasons }) => reasons),
  };
}
