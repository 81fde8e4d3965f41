import { canonicalJson } from '@liangxing/contracts';
import { listItems, ownIdOf, type Provenance, type Scheme } from '@liangxing/scheme';
import { sha256Of } from '../../kernel/pure';

/** How the items of a table, with their deductions, came to be. */
export interface Origins {
  readonly entered: number;
  readonly house: number;
  /** Marked as verified in the table; nobody but the organization has checked it, so they count as entered. */
  readonly relabelled: number;
}

/** Stands first among the sources, which are printed with every result. */
const OWN_SOURCE = {
  id: 'own_table',
  title: '评分表由本企业录入',
  note: '未与公开来源核对',
} as const;

/** In the same place where a consultancy gave its client the table. */
const PROVIDED_SOURCE = { ...OWN_SOURCE, id: 'provided_table', title: '评分表由咨询机构提供' };

/** In the same place where the enterprise took the table over from a body (评价组织). */
const OFFERED_SOURCE = { ...OWN_SOURCE, id: 'offered_table', title: '评分表由评价组织公开' };

const STATED = new Set<string>([OWN_SOURCE, PROVIDED_SOURCE, OFFERED_SOURCE].map(({ id }) => id));

const entered = (provenance: Provenance): Provenance =>
  provenance === 'verified' ? 'entered' : provenance;

function relabel<T>(value: T): T {
  if (Array.isArray(value)) return value.map(relabel) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'provenance' ? entered(part as Provenance) : relabel(part as unknown),
    ]),
  ) as T;
}

/**
 * A scheme as its organization publishes it: an id of its own, never one of those shipped; and nothing in it is
 * `verified`, for a table that somebody uploaded was compared with no public source.
 */
export function ownScheme(read: Scheme, number: number): Scheme {
  return {
    ...relabel(read),
    id: ownIdOf(read),
    version: `${String(number)}.0.0`,
    sources: [OWN_SOURCE, ...publicSources(read)],
  };
}

/** An own scheme as the one of a client to whom its consultancy gave it. */
export const providedScheme = (own: Scheme): Scheme => ({
  ...own,
  sources: [PROVIDED_SOURCE, ...publicSources(own)],
});

/** An own scheme as the one of an enterprise that took it over from a body. */
export const offeredScheme = (own: Scheme): Scheme => ({
  ...own,
  sources: [OFFERED_SOURCE, ...publicSources(own)],
});

/** Whether the organization has it from somebody else. */
export const isTakenOver = ({ sources }: Scheme): boolean =>
  sources.some(({ id }) => id === PROVIDED_SOURCE.id || id === OFFERED_SOURCE.id);

/** Of the same table in whichever way it came to an organization. */
export const hashesOfTable = (own: Scheme): ReadonlySet<string> =>
  new Set(
    [
      { ...own, sources: [OWN_SOURCE, ...publicSources(own)] },
      providedScheme(own),
      offeredScheme(own),
    ].map(contentHash),
  );

/** Without what states who brought the table. */
export const publicSources = ({ sources }: Scheme): Scheme['sources'] =>
  sources.filter(({ id }) => !STATED.has(id));

/** The same for the same content, whatever version it gets. */
export function contentHash(scheme: Scheme): string {
  const { version: _version, ...content } = scheme;
  return sha256Of(canonicalJson(content));
}

export function originsOf(read: Scheme): Origins {
  const items = listItems(read).map(({ item }) => item);
  const isHouse = (item: (typeof items)[number]): boolean =>
    [item, ...item.rules].some(({ provenance }) => provenance === 'house');
  const house = items.filter(isHouse).length;
  return {
    house,
    entered: items.length - house,
    relabelled: items.filter(({ provenance }) => provenance === 'verified').length,
  };
}
