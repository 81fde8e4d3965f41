import type { CurrencyBasis, CurrencyState, Verification } from './currency';

/** What somebody who follows a standard wants to hear of. */
export interface WatchedState {
  readonly status: CurrencyState;
  readonly isDue: boolean;
  readonly inForceOn: string | null;
  readonly endsOn: string | null;
  readonly edition: string | null;
  readonly replacedBy: readonly string[];
}

export type WatchedChange = keyof WatchedState;

/** A followed standard: what is known of it now, and what was last marked as read. */
export interface Watched {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly level: string;
  readonly now: WatchedState;
  readonly seen: WatchedState;
  readonly changes: readonly WatchedChange[];
  readonly stamp: string;
  readonly basis: CurrencyBasis;
  readonly source: string;
  readonly checkedOn: string | null;
  readonly standardId: string | null;
  readonly verified: Verification | null;
}

export interface AddedWatched {
  readonly ids: readonly string[];
  readonly already: readonly string[];
  readonly unread: readonly string[];
}

export const WATCHED_FILTERS = ['all', 'changed', 'due'] as const;
export type WatchedFilter = (typeof WATCHED_FILTERS)[number];

/** What changed comes first; among equals the order of numbers. */
export function shownWatched(all: readonly Watched[], filter: WatchedFilter): readonly Watched[] {
  const changed = all.filter(({ changes }) => changes.length > 0);
  if (filter === 'changed') return changed;
  if (filter === 'due') return all.filter(({ now }) => now.isDue);
  return [...changed, ...all.filter(({ changes }) => changes.length === 0)];
}
