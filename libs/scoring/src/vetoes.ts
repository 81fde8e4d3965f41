import type { Hundredths, VetoGate } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts } from './answer';
import type { CompiledItem, CompiledScheme } from './compiled-scheme';
import { gateFloor } from './grade-gaps';
import { amountOf } from './rule-amount';
import type { FailedVeto, ItemScore } from './score';

/** States in which the answers to an item's rules say what was found. */
const judged: readonly ItemScore['state'][] = ['assessed', 'not_established'];

const notThere: readonly ItemScore['state'][] = ['not_applicable'];

/** What the vetoes ask of one item. */
export interface ItemVeto {
  /** Hundredths that it must earn, unless it does not apply. */
  readonly floor: Hundredths;
  /** Rules that must take nothing. */
  readonly rules: ReadonlySet<string>;
}

/** Every veto that an item or a deduction fails, in the order of gates, items, rules. */
export function failedVetoes(
  compiled: CompiledScheme,
  items: Readonly<Record<string, ItemScore>>,
  answers: Answers,
  facts: EnterpriseFacts,
): readonly FailedVeto[] {
  return compiled.scheme.gates.flatMap((gate) =>
    gate.kind === 'veto' ? failuresOf(gate, compiled, items, answers, facts) : [],
  );
}

function failuresOf(
  gate: VetoGate,
  { byId, items: all }: CompiledScheme,
  items: Readonly<Record<string, ItemScore>>,
  answers: Answers,
  facts: EnterpriseFacts,
): FailedVeto[] {
  const failed: FailedVeto[] = [];
  for (const id of gate.items) {
    const [item, score] = [byId.get(id), items[id]];
    if (item === undefined || score === undefined || notThere.includes(score.state)) continue;
    const needed = gateFloor(gate, item.points);
    if (score.earned < needed)
      failed.push({ gateId: gate.id, itemId: id, ruleId: null, needed, earned: score.earned });
  }
  for (const ruleId of gate.rules) {
    const item = all.find((each) => each.rules.some(({ rule }) => rule.id === ruleId));
    const score = item && items[item.id];
    if (item === undefined || score === undefined || !judged.includes(score.state)) continue;
    const { earned } = score;
    if (firedAmount(item, ruleId, answers, facts) > 0)
      failed.push({ gateId: gate.id, itemId: item.id, ruleId, needed: item.points, earned });
  }
  return failed;
}

/** What a rule takes by the answer as it stands, whatever the item's state. */
function firedAmount(
  item: CompiledItem,
  ruleId: string,
  answers: Answers,
  facts: EnterpriseFacts,
): Hundredths {
  const rule = item.rules.find(({ id }) => id === ruleId);
  return rule ? amountOf(rule.measure, answers[item.id]?.rules?.[ruleId], facts) : 0;
}

/** What some vetoes ask, by item. */
export function vetoesByItem(
  gates: readonly VetoGate[],
  { items }: CompiledScheme,
): ReadonlyMap<string, ItemVeto> {
  const asked = new Map<string, ItemVeto>();
  for (const item of items) {
    const floor = gates
      .filter((gate) => gate.items.includes(item.id))
      .reduce((most, gate) => Math.max(most, gateFloor(gate, item.points)), 0);
    const own = item.rules.map(({ rule }) => rule.id);
    const rules = new Set(own.filter((id) => gates.some((gate) => gate.rules.includes(id))));
    if (floor > 0 || rules.size > 0) asked.set(item.id, { floor, rules });
  }
  return asked;
}
