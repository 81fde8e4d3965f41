import type { Applied, OperationRules, SystemOperation } from './operation';
import type { SystemState } from './standard-system';
import { add, insert, remove, restore, trim } from './branch-operations';
import { decide, place } from './content-operations';
import { codes, keep, move, recode, rename, renumber } from './node-operations';
import { StructureProblem } from './structure-problem';

/**
 * Applies one operation; the state handed in is never changed.
 * @throws StructureProblem where the result would be no sound system; names node and remedy
 */
export function applyOperation(
  state: SystemState,
  operation: SystemOperation,
  rules: OperationRules = {},
): Applied {
  switch (operation.op) {
    case 'add':
      return add(state, operation);
    case 'insert':
      return insert(state, operation);
    case 'remove':
      return remove(state, operation);
    case 'trim':
      return trim(state, operation, rules);
    case 'restore':
      return restore(state, operation);
    case 'keep':
      return keep(state, operation);
    case 'rename':
      return rename(state, operation);
    case 'recode':
      return recode(state, operation);
    case 'renumber':
      return renumber(state, operation);
    case 'codes':
      return codes(state, operation);
    case 'move':
      return move(state, operation);
    case 'decide':
      return decide(state, operation, rules);
    case 'place':
      return place(state, operation);
  }
}

/**
 * Applies operations in order, all or none.
 * @throws StructureProblem of the first that cannot be applied; its `params.operation` is the index
 */
export function applyOperations(
  state: SystemState,
  operations: readonly SystemOperation[],
  rules: OperationRules = {},
): Applied {
  let now = state;
  const inverses: (readonly SystemOperation[])[] = [];
  operations.forEach((operation, at) => {
    try {
      const applied = applyOperation(now, operation, rules);
      now = applied.state;
      inverses.push(applied.inverse);
    } catch (problem) {
      if (!(problem instanceof StructureProblem)) throw problem;
      throw new StructureProblem(problem.code, { ...problem.params, operation: at });
    }
  });
  return { state: now, inverse: inverses.reverse().flat() };
}
