import { beginningOf, endOf } from '../database/chinese-days.sql';
import type { AuditDays } from './audit-line';

/** What every trail tells of a line `e` of its table. */
export const LINE_COLUMNS = `e.id::text, e.recorded_at AS at, e.actor_id AS "personId",
  e.actor_name AS "personName", e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId",
  e.details`;

/**
 * Lines within days of China that are older than another one, newest first. Its parameters are the last of the
 * statement.
 * @param given how many stand before them
 */
export const newestWithin = (given: number): string => `
  AND ($${given + 1}::date IS NULL
    OR e.recorded_at >= ${beginningOf(`$${given + 1}`)})
  AND ($${given + 2}::date IS NULL
    OR e.recorded_at < ${endOf(`$${given + 2}`)})
  AND ($${given + 3}::bigint IS NULL OR e.id < $${given + 3})
  ORDER BY e.id DESC LIMIT $${given + 4}`;

/** @param before number of a line: only older ones */
export const withinParameters = (
  { from, to }: AuditDays,
  limit: number,
  before: string | undefined,
): readonly unknown[] => [from ?? null, to ?? null, before ?? null, limit];
