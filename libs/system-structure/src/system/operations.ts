import type { BilingualText } from '../structure';
import type { ExpectationDecision, SystemNode, SystemState } from './standard-system';
import { add, insert, remove, restore, trim } from './branch-operations';
import { decide, place } from './content-operations';
import { codes, keep, move, recode, rename, renumber } from './node-operations';
import { StructureProblem } from './structure-problem';

/** Everything that changes a system; all of them can be taken back. */
export type SystemOperation =
  /** Without `position` at the end; without `code` the next free one of the parent. */
  | {
      readonly op: 'add';
      readonly key: string;
      readonly parent: string | null;
      readonly position?: number | undefined;
      readonly code?: string | undefined;
      readonly name: BilingualText;
      readonly purpose?: BilingualText | undefined;
    }
  | {
      readonly op: 'rename';
      readonly key: string;
      readonly name: BilingualText;
      readonly purpose?: BilingualText | undefined;
    }
  | { readonly op: 'recode'; readonly key: string; readonly code: string }
  /** New codes by path and order for everything below that node; null: below every body. */
  | { readonly op: 'renumber'; readonly parent: string | null }
  /** `position`: index among the new siblings, from 0, the node itself not counted. */
  | {
      readonly op: 'move';
      readonly key: string;
      readonly parent: string | null;
      readonly position?: number | undefined;
    }
  | { readonly op: 'trim'; readonly key: string; readonly reason: string }
  | { readonly op: 'restore'; readonly key: string }
  /** That nodes apply, though nothing stands there yet; or, not kept, that nobody has decided. */
  | { readonly op: 'keep'; readonly keys: readonly string[]; readonly isKept: boolean }
  /** An own node with its branch of own nodes, where no standard stands any more. */
  | { readonly op: 'remove'; readonly key: string }
  | {
      readonly op: 'decide';
      readonly expectation: string;
      readonly decision: ExpectationDecision | null;
    }
  /** New places of each standard, the main one first; an empty list takes it out. */
  | { readonly op: 'place'; readonly places: Readonly<Record<string, readonly string[]>> }
  /** Inverse of `remove`: the branch as it was, depth first. */
  | { readonly op: 'insert'; readonly nodes: readonly SystemNode[]; readonly position: number }
  /** Inverse of `renumber`: codes by key. */
  | { readonly op: 'codes'; readonly codes: Readonly<Record<string, string>> };

/** The operation of that kind. */
export type OperationOf<Kind extends SystemOperation['op']> = Extract<
  SystemOperation,
  { readonly op: Kind }
>;

export interface Applied {
  readonly state: SystemState;
  /** What takes the operation back, in the order in which it must be applied. */
  readonly inverse: readonly SystemOperation[];
}

export interface OperationRules {
  /** Whether a node of the template may be trimmed; without the rule every node may. */
  readonly mayTrim?: ((key: string) => boolean) | undefined;
  /** Whether the template expects a document of that id; without the rule every id will do. */
  readonly isExpected?: ((expectation: string) => boolean) | undefined;
}

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
