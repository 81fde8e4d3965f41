import { indexNodes, trimmedKeys } from './node-index';
import { nodeLabels, nodeAt } from './node-checks';
import type { Applied, OperationOf, OperationRules } from './operation';
import type { ExpectationDecision, SystemState } from './standard-system';
import { StructureProblem } from './structure-problem';

export function decide(
  state: SystemState,
  operation: OperationOf<'decide'>,
  rules: OperationRules,
): Applied {
  const { expectation, decision } = operation;
  if (decision !== null && rules.isExpected?.(expectation) === false) {
    throw new StructureProblem('unknown_expectation', { expectation });
  }
  if (decision?.kind === 'not_needed' && decision.reason.trim() === '') {
    throw new StructureProblem('decision_reason_required', { expectation });
  }
  const decisions = new Map(Object.entries(state.system.decisions));
  const before: ExpectationDecision | null = decisions.get(expectation) ?? null;
  if (decision === null) decisions.delete(expectation);
  else decisions.set(expectation, decision);
  const system = { ...state.system, decisions: Object.fromEntries(decisions) };
  return {
    state: { ...state, system },
    inverse: [{ op: 'decide', expectation, decision: before }],
  };
}

/** @throws StructureProblem where a place is unknown, trimmed or named twice */
function checkNewPlaces(
  state: SystemState,
  entries: readonly (readonly [string, readonly string[]])[],
) {
  const index = indexNodes(state.system.nodes);
  const out = trimmedKeys(state.system);
  for (const [standard, keys] of entries) {
    const seen = new Set<string>();
    for (const key of keys) {
      const node = nodeAt(index, key);
      const label = { ...nodeLabels(node, key), key, standard };
      if (out.has(key)) throw new StructureProblem('trimmed_node', label);
      if (seen.has(key)) throw new StructureProblem('place_twice', label);
      seen.add(key);
    }
  }
}

export function place(state: SystemState, operation: OperationOf<'place'>): Applied {
  const entries = Object.entries(operation.places);
  checkNewPlaces(state, entries);
  const places = new Map(state.places);
  const before = entries.map(([standard]) => [standard, places.get(standard) ?? []] as const);
  for (const [standard, keys] of entries) {
    if (keys.length === 0) places.delete(standard);
    else places.set(standard, keys);
  }
  return {
    state: { ...state, places },
    inverse: [{ op: 'place', places: Object.fromEntries(before) }],
  };
}
