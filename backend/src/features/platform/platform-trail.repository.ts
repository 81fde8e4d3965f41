import { PLATFORM_ACTIONS, type PlatformPart } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { PlatformDatabase, queryRows, type AuditDays, type AuditLine } from '../../kernel';

interface PlatformTrailFilter extends AuditDays {
  readonly part?: PlatformPart | undefined;
  /** Of whom or what the lines tell. */
  readonly subjectId?: string | undefined;
}

/** Every part there is: the key of the table begins with it. */
const PARTS = Object.keys(PLATFORM_ACTIONS);

/** What was done outside of every organization, newest first; SQL, as the trail of an organization, in its order. */
@Injectable()
export class PlatformTrailRepository {
  constructor(private readonly database: PlatformDatabase) {}

  /** @param before number of a line: only older ones */
  lines(
    { part, subjectId, from, to }: PlatformTrailFilter,
    limit: number,
    before?: string,
  ): Promise<AuditLine[]> {
    return queryRows<AuditLine>(
      this.database.manager,
      `SELECT e.id::text, e.recorded_at AS at, e.actor_id AS "personId",
         e.actor_name AS "personName", e.action, e.subject_type AS "subjectType",
         e.subject_id AS "subjectId", e.details
       FROM platform_events e
       WHERE e.part = ANY($1)
         AND ($2::date IS NULL OR e.recorded_at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai')
         AND ($3::date IS NULL OR e.recorded_at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
         AND ($4::bigint IS NULL OR e.id < $4)
         AND ($6::text IS NULL OR e.subject_id = $6)
       ORDER BY e.id DESC LIMIT $5`,
      [
        part === undefined ? PARTS : [part],
        ...[from ?? null, to ?? null, before ?? null, limit, subjectId ?? null],
      ],
    );
  }
}
