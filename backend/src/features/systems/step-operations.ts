import { StructureProblem, type Places, type SystemOperation } from '@liangxing/system-structure';
import type { AskedOperation, BasisByStandard, PlaceBasis, SystemChange } from './system';

/** @see AskedOperation without what only the store keeps */
export function plainOperation(operation: AskedOperation): SystemOperation {
  return operation.op === 'place' ? { op: 'place', places: operation.places } : operation;
}

/** Standards whose places differ, in both directions. */
export function changedStandards(before: Places, after: Places): readonly string[] {
  if (before === after) return [];
  const isSame = (id: string): boolean => {
    const [left, right] = [before.get(id) ?? [], after.get(id) ?? []];
    if (left === right) return true;
    return left.length === right.length && left.every((node, index) => node === right[index]);
  };
  const gone = [...before.keys()].filter((id) => !after.has(id));
  return [...gone, ...after.keys()].filter((id) => !isSame(id));
}

/** A placement names only standards of the register. @throws StructureProblem unknown_standard */
export function requireStandards(
  operations: readonly SystemOperation[],
  known: ReadonlySet<string>,
): void {
  operations.forEach((operation, at) => {
    const asked =
      operation.op === 'place'
        ? Object.keys(operation.places)
        : operation.op === 'decide' && operation.decision?.kind === 'covered'
          ? [operation.decision.standardId]
          : [];
    const unknown = asked.find((id) => !known.has(id));
    if (unknown === undefined) return;
    throw new StructureProblem('unknown_standard', { standard: unknown, operation: at });
  });
}

/** Operations without the standards that were deleted meanwhile, and which those are. */
export function withoutDeleted(
  operations: readonly SystemOperation[],
  known: ReadonlySet<string>,
): { readonly left: readonly SystemOperation[]; readonly skipped: readonly string[] } {
  const skipped = new Set<string>();
  const left = operations.map((operation): SystemOperation => {
    if (operation.op !== 'place') return operation;
    const entries = Object.entries(operation.places).filter(([id, nodes]) => {
      // What would only be taken out has gone with its standard: nothing is missed.
      if (!known.has(id) && nodes.length > 0) skipped.add(id);
      return known.has(id);
    });
    return { op: 'place', places: Object.fromEntries(entries) };
  });
  return { left, skipped: [...skipped] };
}

export function operationsOf(
  { operations, inverse }: SystemChange,
  direction: 'undo' | 'redo',
): readonly SystemOperation[] {
  return direction === 'undo' ? inverse : operations;
}

/** On what placements say that they rest. */
export function askedBases(asked: readonly AskedOperation[]): ReadonlyMap<string, PlaceBasis> {
  return new Map(
    asked.flatMap((operation): [string, PlaceBasis][] =>
      operation.op === 'place'
        ? Object.keys(operation.places).map((id) => [id, operation.basis ?? 'hand'])
        : [],
    ),
  );
}

export const picked = (
  bases: ReadonlyMap<string, PlaceBasis>,
  standards: readonly string[],
): BasisByStandard => Object.fromEntries(standards.map((id) => [id, bases.get(id) ?? 'hand']));
