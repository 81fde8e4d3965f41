import { AUDIT_ACTIONS, type AuditPart } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type AuditDays, type AuditLine } from '../../../kernel';

export interface TrailFilter extends AuditDays {
  readonly part?: AuditPart | undefined;
  readonly person?: string | undefined;
}

export interface TrailLine extends AuditLine {
  /** The organization for which they acted; empty for the own one. */
  readonly actingName: string;
}

/** Who did what in an organization, newest first. SQL adds to a line for whom it was done, and is measured. */
@Injectable()
export class TrailRepository {
  /** @param before number of a line: only older ones */
  lines(
    manager: EntityManager,
    organizationId: string,
    { part, person, from, to }: TrailFilter,
    limit: number,
    before?: string,
  ): Promise<TrailLine[]> {
    return queryRows<TrailLine>(
      manager,
      `SELECT e.id::text, e.recorded_at AS at, e.actor_id AS "personId", e.actor_name AS "personName",
         coalesce(g.grantee_name, '') AS "actingName",
         e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.details
       FROM audit_events e
       LEFT JOIN access_grants g ON g.organization_id = e.organization_id AND g.id = e.grant_id
       WHERE e.organization_id = $1 AND ($2::text[] IS NULL OR e.action = ANY($2))
         AND ($3::uuid IS NULL OR e.actor_id = $3)
         AND ($4::date IS NULL OR e.recorded_at >= $4::date::timestamp AT TIME ZONE 'Asia/Shanghai')
         AND ($5::date IS NULL OR e.recorded_at < ($5::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
         AND ($6::bigint IS NULL OR e.id < $6)
       ORDER BY e.id DESC LIMIT $7`,
      [
        organizationId,
        part === undefined ? null : Object.keys(AUDIT_ACTIONS[part]),
        person ?? null,
        from ?? null,
        to ?? null,
        before ?? null,
        limit,
      ],
    );
  }
}
