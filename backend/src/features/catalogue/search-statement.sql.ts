/** The statement of a search in the catalogue. No I/O, so that measurements run the very same. */

import { dueCondition } from '../standards/pure';
import { wordGramsOf } from './catalogue-keys';

/** Candidates looked at before they are put in order; more than a person reads. */
const MOST_CANDIDATES = 1_000;

export const SELECT_ENTRY = `SELECT c.id, c.identity_key AS "identityKey", c.series_key AS "seriesKey", c.number, c.level,
  c.is_plan AS "isPlan", c.title, c.english_title AS "englishTitle", coalesce(c.kind, '') AS kind, c.ccs, c.ics,
  to_char(c.issued_on, 'YYYY-MM-DD') AS "issuedOn", to_char(c.in_force_on, 'YYYY-MM-DD') AS "inForceOn",
  to_char(c.withdrawn_on, 'YYYY-MM-DD') AS "withdrawnOn", c.status_claimed AS "statusClaimed",
  c.status_word AS "statusWord", c.provenance`;

const STATUS_DAY = `(c.provenance->'status'->>1)::date`;
const CLAIMED_OUT = `coalesce(c.status_claimed IN ('replaced', 'withdrawn') AND ${STATUS_DAY} <= $1::date, false)`;

/** What was claimed 即将实施 without a day and should be in force by now: 待查. */
const IS_DUE = `(c.in_force_on IS NULL AND c.withdrawn_on IS NULL AND c.status_claimed = 'upcoming'
    AND ${dueCondition({
      issuedOn: 'c.issued_on',
      checkedOn: STATUS_DAY,
      identity: 'c.identity_key',
      day: '$1',
    })})`;

/** Not `EXISTS`: the planner would read all replacements where a page needs a handful. */
const IS_REPLACED = `((SELECT count(*) FROM (SELECT FROM catalogue_replacements r WHERE r.old_key = c.identity_key
    LIMIT 1) told) > 0)`;

/**
 * What makes a status, so that an index answers it; the exact status of a found row comes from its facts. `$1` is the
 * day.
 */
const STATUS_CONDITIONS: Readonly<Record<string, string>> = {
  upcoming: `(c.in_force_on > $1::date OR (c.in_force_on IS NULL AND c.status_claimed = 'upcoming'))
    AND NOT ${CLAIMED_OUT} AND NOT coalesce(${IS_DUE}, false)`,
  current: `(c.in_force_on <= $1::date OR (c.in_force_on IS NULL AND c.status_claimed = 'current'))
    AND c.withdrawn_on IS NULL AND c.status_claimed IS DISTINCT FROM 'ending' AND NOT ${CLAIMED_OUT}`,
  ending: `(c.withdrawn_on > $1::date OR (c.withdrawn_on IS NULL AND c.status_claimed = 'ending'))`,
  replaced: `(c.withdrawn_on <= $1::date OR (c.withdrawn_on IS NULL AND ${CLAIMED_OUT}))
    AND (c.status_claimed IS NOT DISTINCT FROM 'replaced'
      OR ${IS_REPLACED})`,
  withdrawn: `(c.withdrawn_on <= $1::date OR (c.withdrawn_on IS NULL AND ${CLAIMED_OUT}))
    AND c.status_claimed IS DISTINCT FROM 'replaced'
    AND NOT ${IS_REPLACED}`,
  unknown: `(c.in_force_on IS NULL AND c.withdrawn_on IS NULL AND c.status_claimed IS NULL OR ${IS_DUE})`,
};
export const SEARCH_STATUSES = Object.keys(STATUS_CONDITIONS);

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export interface SearchConditions {
  /** Squeezed; a number begins with it, or the serial of a number does. Empty: not a search by number. */
  readonly number: string;
  /** Squeezed; all of them occur in the title. */
  readonly words: readonly string[];
  /** What a title with these words has: neighbouring characters, or a single one. */
  readonly grams: readonly string[];
  /** Squeezed; a number begins with it or a title holds it. Empty: no such question. */
  readonly code: string;
  readonly status?: string | undefined;
  readonly plans?: boolean | undefined;
  readonly limit: number;
}

/** Letters may begin a number or stand in a title; each side is answered by its own index. */
function codeCondition(code: string, parameter: (value: unknown) => string): string {
  const prefix = parameter(`${likeText(code)}%`);
  const grams = wordGramsOf(code);
  if (grams.length === 0) return `c.search_number LIKE ${prefix}`;
  const inTitle = `c.title_grams @> ${parameter(grams)}::text[]
    AND c.search_title LIKE ${parameter(`%${likeText(code)}%`)}`;
  return `(c.search_number LIKE ${prefix} OR (${inTitle}))`;
}

/** In the order of numbers; one row more than `limit` where there are more. `day` is `YYYY-MM-DD`. */
export function searchStatement(
  day: string,
  { number, words, grams, code, status, plans, limit }: SearchConditions,
): { readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [day];
  const conditions = ['$1::date IS NOT NULL', plans === true ? 'c.is_plan' : 'NOT c.is_plan'];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  if (number !== '') {
    const prefix = parameter(`${likeText(number)}%`);
    conditions.push(`(c.search_number LIKE ${prefix} OR c.search_serial LIKE ${prefix})`);
  }
  if (code !== '') conditions.push(codeCondition(code, parameter));
  if (grams.length > 0) conditions.push(`c.title_grams @> ${parameter(grams)}::text[]`);
  for (const word of words)
    conditions.push(`c.search_title LIKE ${parameter(`%${likeText(word)}%`)}`);
  const ofStatus = status === undefined ? undefined : STATUS_CONDITIONS[status];
  if (ofStatus !== undefined) conditions.push(ofStatus);
  const isNarrow = number !== '' || code !== '' || words.length > 0;
  const where = conditions.join(' AND ');
  const inner = isNarrow
    ? `SELECT id FROM catalogue_standards c WHERE ${where} LIMIT ${MOST_CANDIDATES}`
    : `SELECT id FROM catalogue_standards c WHERE ${where} ORDER BY c.number_key LIMIT ${limit + 1}`;
  const text = `${SELECT_ENTRY} FROM catalogue_standards c WHERE c.id IN (${inner})
     ORDER BY c.number_key LIMIT ${limit + 1}`;
  return { text, values };
}
