import { AUDIT_ACTIONS, type AuditPart } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  LINE_COLUMNS,
  newestWithin,
  queryRows,
  withinParameters,
  type AuditDays,
  type AuditLine,
} from '../../../kernel';

export interface TrailFilter extends AuditDays {
  readonly part?: AuditPart | undefined;
  readonly person?: string | undefined;
}

export interface TrailLine extends AuditLine {
  /** The organization for which they acted; empty for the own one. */
  readonly actingName: string;
  /** Name of the access token by which it was done; empty for a person in a session. */
  readonly accessToken: string;
}

/** Who did what in an organization, newest first. SQL adds to a line for whom it was done, and is measured. */
@Injectable()
export class TrailRepository {
  /** @param before number of a line: only older ones */
  async lines(
    manager: EntityManager,
    organizationId: string,
    { part, person, ...days }: TrailFilter,
    limit: number,
    before?: string,
  ): Promise<TrailLine[]> {
    const found = await queryRows<Omit<TrailLine, 'accessToken'>>(
      manager,
      `SELECT ${LINE_COLUMNS}, coalesce(g.grantee_name, '') AS "actingName"
       FROM audit_events e
       LEFT JOIN access_grants g ON g.organization_id = e.organization_id AND g.id = e.grant_id
       WHERE e.organization_id = $1 AND ($2::text[] IS NULL OR e.action = ANY($2))
         AND ($3::uuid IS NULL OR e.actor_id = $3) ${newestWithin(3)}`,
      [
        organizationId,
        part === undefined ? null : Object.keys(AUDIT_ACTIONS[part]),
        person ?? null,
        ...withinParameters(days, limit, before),
      ],
    );
    return found.map(({ details: { accessToken = '', ...details }, ...line }) => ({
      ...line,
      details,
      accessToken: String(accessToken),
    }));
  }
}
