import { isSameValue } from '../../core/drafts/merge-fields';
import type { ActionChanges, CorrectiveAction } from './corrective-action';

/** What was changed of one action and is not yet with the server. */
export interface KeptChange {
  /** The action as it was before. */
  readonly base: CorrectiveAction;
  readonly changes: ActionChanges;
}

/** Adds a later change: what all of them were made upon stays the first. */
export function joinKept(earlier: KeptChange | undefined, later: KeptChange): KeptChange {
  if (!earlier) return later;
  return { base: earlier.base, changes: { ...earlier.changes, ...later.changes } };
}

/** Without what is settled now; what was typed on meanwhile stays. */
export function withoutSettled(kept: KeptChange, settled: ActionChanges): KeptChange | null {
  const left = Object.entries(kept.changes).filter(
    ([field, value]) => !isSameValue(value, settled[field as keyof ActionChanges]),
  );
  return left.length === 0 ? null : { ...kept, changes: Object.fromEntries(left) };
}
