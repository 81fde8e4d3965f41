import { mayTrimNode } from '../../expectations/node-facts';
import { codeIdentity, standardsIn } from '../node-checks';
import { branchOf, indexNodes, keyPath, trimmedKeys } from '../node-index';
import { applyOperation } from '../operations';
import type { SystemOperation } from '../operation';
import type { Places, StandardSystem, SystemNode, SystemState } from '../standard-system';
import { hasOwnCode, type CarriedDecision } from './carry';
import type { MovedOwnNode } from './own-nodes';

export interface Carried {
  readonly ownNodes: readonly MovedOwnNode[];
  readonly decisions: readonly CarriedDecision[];
}

const RULES = { mayTrim: mayTrimNode };

/** Puts what an enterprise decided into a fresh system, by the same operations as a person would. */
export class CarryingOver {
  private readonly old: ReturnType<typeof indexNodes>;
  private readonly wasOut: ReadonlySet<string>;

  constructor(
    private readonly from: StandardSystem,
    private state: SystemState,
  ) {
    this.old = indexNodes(from.nodes);
    this.wasOut = trimmedKeys(from);
  }

  run({ ownNodes, decisions }: Carried, places: Places): SystemState {
    for (const row of ownNodes) if (!row.isMerged) this.addNode(row);
    this.apply({ op: 'place', places: Object.fromEntries(places) });
    for (const row of decisions) if (row.toKey !== null) this.decide(row, row.toKey);
    this.trimTemplateNodes(decisions);
    for (const row of ownNodes) if (!row.isMerged) this.trimOwnNode(row);
    return this.state;
  }

  private apply(operation: SystemOperation): void {
    this.state = applyOperation(this.state, operation, RULES).state;
  }

  private isFree(code: string): boolean {
    const identity = codeIdentity(code);
    return this.state.system.nodes.every((node) => codeIdentity(node.code) !== identity);
  }

  private addNode({ fromKey, toKey, parent }: MovedOwnNode): void {
    const node = this.old.byKey.get(fromKey);
    if (node === undefined) return;
    const { name, purpose, code } = node;
    const isKept = hasOwnCode(this.old, node) && this.isFree(code);
    const coded = isKept ? { code } : {};
    this.apply({ op: 'add', key: toKey, parent, name, purpose, ...coded });
    if (node.isKept === true) this.apply({ op: 'keep', keys: [toKey], isKept: true });
  }

  private decide({ kind, fromKey, text, expectation }: CarriedDecision, toKey: string): void {
    if (kind === 'keep') this.apply({ op: 'keep', keys: [toKey], isKept: true });
    if (kind === 'name') {
      this.apply({ op: 'rename', key: toKey, name: this.old.byKey.get(fromKey)?.name ?? text });
    }
    if (kind === 'code' && this.isFree(text['zh-CN'])) {
      this.apply({ op: 'recode', key: toKey, code: text['zh-CN'] });
    }
    const decision = this.from.decisions[expectation?.from ?? ''];
    if (kind === 'decision' && decision !== undefined && expectation?.to != null) {
      this.apply({ op: 'decide', expectation: expectation.to, decision });
    }
  }

  /** Trims do not take away what stands there by a person's choice. */
  private canTrim(key: string): boolean {
    const branch = branchOf(indexNodes(this.state.system.nodes), key);
    return standardsIn(branch, this.state.places) === 0;
  }

  private trimTemplateNodes(decisions: readonly CarriedDecision[]): void {
    const reasons = new Map<string, Set<string>>();
    for (const { kind, toKey, text } of decisions) {
      if (kind !== 'trim' || toKey === null) continue;
      reasons.set(toKey, (reasons.get(toKey) ?? new Set()).add(text['zh-CN']));
    }
    for (const [key, texts] of reasons) {
      if (this.canTrim(key)) this.apply({ op: 'trim', key, reason: [...texts].join('；') });
    }
  }

  /** An own node that was out, by itself or with what stood above it, is out again. */
  private trimOwnNode({ fromKey, toKey }: MovedOwnNode): void {
    if (!this.wasOut.has(fromKey) || !this.canTrim(toKey)) return;
    const node = this.old.byKey.get(fromKey);
    const isOut = trimmedKeys(this.state.system).has(toKey);
    const reason = node?.trimmed ?? (isOut ? null : this.reasonAbove(fromKey));
    if (reason !== null) this.apply({ op: 'trim', key: toKey, reason });
  }

  private reasonAbove(key: string): string | null {
    const path = keyPath(this.old, key).map((step): SystemNode | undefined =>
      this.old.byKey.get(step),
    );
    return (
      path.reverse().find((node) => node !== undefined && node.trimmed !== null)?.trimmed ?? null
    );
  }
}
