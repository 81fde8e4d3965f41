import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel/database/query-rows';
import type { CatalogueFigures, Figure } from './catalogue-entry';
import { pairsOf, searchTermsOf } from './catalogue-keys';

export interface FigureSource {
  readonly source: string;
  readonly checkedOn: string;
}

export interface CatalogueEntry extends CatalogueFigures {
  readonly id: number;
  readonly identityKey: string;
  readonly seriesKey: string;
  readonly number: string;
  readonly level: string;
  readonly isPlan: boolean;
  readonly sources: Readonly<Partial<Record<Figure, FigureSource>>>;
}

export interface KnownReplacement {
  readonly oldKey: string;
  readonly newKey: string;
  readonly isPartial: boolean;
  readonly source: string;
  readonly checkedOn: string;
}

export interface CatalogueQuery {
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly plans?: boolean | undefined;
  readonly limit: number;
}

/** Candidates looked at before they are put in order; more than a person reads. */
const MOST_CANDIDATES = 1_000;

const SELECT = `SELECT c.id, c.identity_key AS "identityKey", c.series_key AS "seriesKey", c.number, c.level,
  c.is_plan AS "isPlan", c.title, c.english_title AS "englishTitle", coalesce(c.kind, '') AS kind,
  to_char(c.issued_on, 'YYYY-MM-DD') AS "issuedOn", to_char(c.in_force_on, 'YYYY-MM-DD') AS "inForceOn",
  to_char(c.withdrawn_on, 'YYYY-MM-DD') AS "withdrawnOn", c.status_claimed AS "statusClaimed",
  c.status_word AS "statusWord",
  (SELECT coalesce(jsonb_object_agg(p.key, jsonb_build_object('source', o.name, 'checkedOn', p.value->>1)), '{}')
   FROM jsonb_each(c.provenance) p JOIN catalogue_sources o ON o.id = (p.value->>0)::int) AS sources`;

const STATUS_DAY = `(c.provenance->'status'->>1)::date`;
const CLAIMED_OUT = `coalesce(c.status_claimed IN ('replaced', 'withdrawn') AND ${STATUS_DAY} <= $1::date, false)`;

/**
 * What makes a status, so that an index answers it; the exact status of a found row comes from its facts. `$1` is the
 * day.
 */
const STATUS_CONDITIONS: Readonly<Record<string, string>> = {
  upcoming: `(c.in_force_on > $1::date OR (c.in_force_on IS NULL AND c.status_claimed = 'upcoming'))
    AND NOT ${CLAIMED_OUT}`,
  current: `(c.in_force_on <= $1::date OR (c.in_force_on IS NULL AND c.status_claimed = 'current'))
    AND c.withdrawn_on IS NULL AND c.status_claimed IS DISTINCT FROM 'ending' AND NOT ${CLAIMED_OUT}`,
  ending: `(c.withdrawn_on > $1::date OR (c.withdrawn_on IS NULL AND c.status_claimed = 'ending'))`,
  replaced: `(c.withdrawn_on <= $1::date OR (c.withdrawn_on IS NULL AND ${CLAIMED_OUT}))
    AND (c.status_claimed IS NOT DISTINCT FROM 'replaced'
      OR EXISTS (SELECT FROM catalogue_replacements r WHERE r.old_key = c.identity_key))`,
  withdrawn: `(c.withdrawn_on <= $1::date OR (c.withdrawn_on IS NULL AND ${CLAIMED_OUT}))
    AND c.status_claimed IS DISTINCT FROM 'replaced'
    AND NOT EXISTS (SELECT FROM catalogue_replacements r WHERE r.old_key = c.identity_key)`,
  unknown: `c.in_force_on IS NULL AND c.withdrawn_on IS NULL AND c.status_claimed IS NULL`,
};
export const SEARCH_STATUSES = Object.keys(STATUS_CONDITIONS);

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Questions to the catalogue; it belongs to no tenant and is read in whatever transaction is open. */
@Injectable()
export class CatalogueRepository {
  /** In the order of numbers; `isCut` where more than `limit` were found. */
  async search(
    manager: EntityManager,
    day: string,
    query: CatalogueQuery,
  ): Promise<{ entries: CatalogueEntry[]; isCut: boolean }> {
    const values: unknown[] = [day];
    const conditions = [
      '$1::date IS NOT NULL',
      query.plans === true ? 'c.is_plan' : 'NOT c.is_plan',
    ];
    const parameter = (value: unknown): string => `$${values.push(value)}`;
    const { number, words } = searchTermsOf(query.q ?? '');
    if (number !== '') {
      const prefix = parameter(`${likeText(number)}%`);
      const serial = parameter(`${likeText(number)}%`);
      conditions.push(`(c.search_number LIKE ${prefix} OR c.search_serial LIKE ${serial})`);
    }
    const pairs = words.flatMap(pairsOf);
    if (pairs.length > 0) conditions.push(`c.title_pairs @> ${parameter(pairs)}::text[]`);
    for (const word of words)
      conditions.push(`c.search_title LIKE ${parameter(`%${likeText(word)}%`)}`);
    const status = query.status === undefined ? undefined : STATUS_CONDITIONS[query.status];
    if (status !== undefined) conditions.push(status);
    // What nothing is told about is rare, and a walk in the order of numbers would pass everything else.
    const isNarrow = number !== '' || words.length > 0 || query.status === 'unknown';
    const where = conditions.join(' AND ');
    const inner = isNarrow
      ? `SELECT id FROM catalogue_standards c WHERE ${where} LIMIT ${MOST_CANDIDATES}`
      : `SELECT id FROM catalogue_standards c WHERE ${where} ORDER BY c.number_key LIMIT ${query.limit + 1}`;
    const entries = await queryRows<CatalogueEntry>(
      manager,
      `${SELECT} FROM catalogue_standards c WHERE c.id IN (${inner})
       ORDER BY c.number_key LIMIT ${query.limit + 1}`,
      values,
    );
    return { entries: entries.slice(0, query.limit), isCut: entries.length > query.limit };
  }

  async find(manager: EntityManager, id: number): Promise<CatalogueEntry | null> {
    const [entry] = await queryRows<CatalogueEntry>(
      manager,
      `${SELECT} FROM catalogue_standards c WHERE c.id = $1`,
      [id],
    );
    return entry ?? null;
  }

  byIdentity(manager: EntityManager, keys: readonly string[]): Promise<CatalogueEntry[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return queryRows(
      manager,
      `${SELECT} FROM catalogue_standards c WHERE c.identity_key = ANY($1)`,
      [keys],
    );
  }

  /** Every edition of each series; plans are none. */
  bySeries(manager: EntityManager, keys: readonly string[]): Promise<CatalogueEntry[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return queryRows(
      manager,
      `${SELECT} FROM catalogue_standards c WHERE c.series_key = ANY($1) AND NOT c.is_plan`,
      [keys],
    );
  }

  /** Replacements on the way from these standards, followed to the end of every chain. */
  async replacementsFrom(
    manager: EntityManager,
    keys: readonly string[],
  ): Promise<KnownReplacement[]> {
    if (keys.length === 0) return [];
    return queryRows(
      manager,
      // UNION, not UNION ALL: a ring ends.
      `WITH RECURSIVE steps AS (
         SELECT r.* FROM catalogue_replacements r WHERE r.old_key = ANY($1)
         UNION SELECT r.* FROM catalogue_replacements r JOIN steps s ON r.old_key = s.new_key
       )
       SELECT s.old_key AS "oldKey", s.new_key AS "newKey", s.is_partial AS "isPartial",
         o.name AS source, to_char(s.checked_on, 'YYYY-MM-DD') AS "checkedOn"
       FROM steps s JOIN catalogue_sources o ON o.id = s.source_id`,
      [keys],
    );
  }

  /** What a standard replaces. */
  replacementsTo(manager: EntityManager, key: string): Promise<KnownReplacement[]> {
    return queryRows(
      manager,
      `SELECT r.old_key AS "oldKey", r.new_key AS "newKey", r.is_partial AS "isPartial",
         o.name AS source, to_char(r.checked_on, 'YYYY-MM-DD') AS "checkedOn"
       FROM catalogue_replacements r JOIN catalogue_sources o ON o.id = r.source_id WHERE r.new_key = $1`,
      [key],
    );
  }
}
