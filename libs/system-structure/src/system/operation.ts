import type { BilingualText } from '../structure';
import type { ExpectationDecision, SystemNode, SystemState } from './standard-system';

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

const WORDINGS: ReadonlySet<SystemOperation['op']> = new Set([
  'rename',
  'recode',
  'renumber',
  'codes',
]);

/** Whether it changes only how nodes are called: what stands where, and what is expected, stays. */
export function isWording({ op }: SystemOperation): boolean {
  return WORDINGS.has(op);
}
