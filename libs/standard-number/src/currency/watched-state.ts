import type { StandardStatus } from '../standard-status';

/** What somebody who follows a standard wants to hear of. Days are `YYYY-MM-DD`. */
export interface WatchedState {
  readonly status: StandardStatus;
  /** 应已实施，待核 */
  readonly isDue: boolean;
  readonly inForceOn: string | null;
  /** First day out of force, known and still to come. */
  readonly endsOn: string | null;
  /** Edition that an undated reference means; null where the number has a year. */
  readonly edition: string | null;
  /** Numbers of what replaces it, or is a newer edition of it. */
  readonly replacedBy: readonly string[];
}

export const WATCHED_CHANGES = [
  'status',
  'isDue',
  'inForceOn',
  'endsOn',
  'edition',
  'replacedBy',
] as const;
export type WatchedChange = (typeof WATCHED_CHANGES)[number];

const valueOf = (state: WatchedState, what: WatchedChange): string =>
  what === 'replacedBy' ? [...state.replacedBy].sort().join('\n') : String(state[what]);

/** What is another than when it was marked as read, in a fixed order; the order of replacements says nothing. */
export function changesSince(seen: WatchedState, now: WatchedState): readonly WatchedChange[] {
  return WATCHED_CHANGES.filter((what) => valueOf(seen, what) !== valueOf(now, what));
}
