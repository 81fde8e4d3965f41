import type { WatchedDto } from '../../core/api/generated/openapi';

/** A followed standard: what is known of it now, and what was last marked as read. */
export type Watched = WatchedDto;

export const WATCHED_FILTERS = ['all', 'changed', 'due'] as const;
export type WatchedFilter = (typeof WATCHED_FILTERS)[number];

/** What changed comes first; among equals the order of numbers. */
export function shownWatched(all: readonly Watched[], filter: WatchedFilter): readonly Watched[] {
  const changed = all.filter(({ changes }) => changes.length > 0);
  if (filter === 'changed') return changed;
  if (filter === 'due') return all.filter(({ now }) => now.isDue);
  return [...changed, ...all.filter(({ changes }) => changes.length === 0)];
}
