import type { SystemStep } from './system';

/** Steps of one kind in one node, shown together: a system lacks hundreds of documents in the beginning. */
export interface StepGroup {
  readonly kind: SystemStep['kind'];
  readonly node: string | undefined;
  readonly steps: readonly SystemStep[];
}

const BY_NODE: ReadonlySet<SystemStep['kind']> = new Set([
  'write_standard',
  'adopt_standard',
  'finish_planned',
  'add_usual',
]);

/** In the order of the first step of each group. */
export function groupSteps(steps: readonly SystemStep[]): readonly StepGroup[] {
  const groups = new Map<string, SystemStep[]>();
  steps.forEach((step, index) => {
    const id = BY_NODE.has(step.kind) ? `${step.kind} ${step.nodes[0] ?? ''}` : String(index);
    groups.set(id, [...(groups.get(id) ?? []), step]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ kind: first.kind, node: first.nodes[0], steps: group }];
  });
}
