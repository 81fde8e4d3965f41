import type { Selection, StandardQuery } from './standard';

/** Rows that are chosen: single ones, or all that one filter finds. */
interface ChosenRows {
  readonly ids: ReadonlySet<string>;
  readonly everythingOf: StandardQuery | null;
}

export const NOTHING: ChosenRows = { ids: new Set(), everythingOf: null };

/** Another filter finds something else: what was chosen by the last one is chosen no more. */
export function isEverything({ everythingOf }: ChosenRows, query: StandardQuery): boolean {
  return everythingOf === query;
}

/** One of all that a filter finds cannot be left out: then nothing is chosen. */
export function toggled(chosen: ChosenRows, id: string, query: StandardQuery): ChosenRows {
  if (isEverything(chosen, query)) return NOTHING;
  const ids = new Set(chosen.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, everythingOf: null };
}

export function countOf(chosen: ChosenRows, query: StandardQuery, total: number): number {
  return isEverything(chosen, query) ? total : chosen.ids.size;
}

/** As the server is told it: by id, or the filter with the number that was shown. */
export function selectionOf(chosen: ChosenRows, query: StandardQuery, total: number): Selection {
  if (!isEverything(chosen, query)) return { ids: [...chosen.ids] };
  const { sort: _sort, ...filter } = query;
  const told = Object.entries(filter)
    .map(([name, value]): [string, string] => [name, value.trim()])
    .filter(([, value]) => value !== '');
  return { filter: Object.fromEntries(told), total };
}
