import { PLATFORM_ACTIONS, type PlatformPart } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  LINE_COLUMNS,
  newestWithin,
  PlatformDatabase,
  queryRows,
  withinParameters,
  type AuditDays,
  type AuditLine,
} from '../../kernel';

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
    { part, subjectId, ...days }: PlatformTrailFilter,
    limit: number,
    before?: string,
  ): Promise<AuditLine[]> {
    return queryRows<AuditLine>(
      this.database.manager,
      `SELECT ${LINE_COLUMNS} FROM platform_events e
        WHERE e.part = ANY($1) AND ($2::text IS NULL OR e.subject_id = $2) ${newestWithin(2)}`,
      [
        part === undefined ? PARTS : [part],
        subjectId ?? null,
        ...withinParameters(days, limit, before),
      ],
    );
  }
}
