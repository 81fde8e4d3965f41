import { Injectable } from '@nestjs/common';
import type { EngagementSide } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { beginningOf, endOf, queryRows, type RequestContext } from '../../kernel';
import type { Engagement } from './engagement';
import type { Letter } from './letter';
import type { Terms } from './terms';
import { termsOf } from './terms.sql';

type Tenant = Pick<RequestContext, 'organizationId'>;

const LIVE = 'revoked_at IS NULL AND ends_at > now()';

interface NewGrant extends Terms {
  readonly id: string;
  readonly grantee: { readonly id: string; readonly name: string };
  readonly offeredBy: EngagementSide;
  readonly reason: string;
  readonly acceptedByName: string;
}

/** A change of a live grant: other areas, another last day, or its end. */
type Change =
  | { readonly areas: Pick<Terms, 'readable' | 'writable'> }
  | { readonly until: string }
  | { readonly end: 'revoked' };

/** What the client opened: a row is an engagement that was accepted. SQL says how it stands by the clock of the database. */
@Injectable()
export class GrantsRepository {
  /** Newest first; those that ended keep their line. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<Engagement[]> {
    const rows = await queryRows<
      Engagement & { givenAt: Date; endedAt: Date | null; lastActivityAt: Date | null }
    >(
      manager,
      `SELECT g.id, g.offered_by AS "offeredBy", g.grantee_name AS "consultancyName", ${termsOf('g')},
         CASE WHEN g.is_resigned THEN 'resigned' WHEN g.revoked_at < g.ends_at THEN 'revoked'
           WHEN g.ends_at <= now() THEN 'over' ELSE 'live' END AS state,
         g.reason, NULL AS "expiresAt", g.version, g.given_by_name AS "givenBy", g.given_at AS "givenAt",
         CASE WHEN g.revoked_at IS NULL THEN g.accepted_by_name ELSE g.revoked_by_name END AS "decidedBy",
         CASE WHEN g.revoked_at IS NOT NULL THEN g.revoked_at WHEN g.ends_at <= now() THEN g.ends_at END
           AS "endedAt",
         (SELECT e.recorded_at FROM audit_events e WHERE e.organization_id = g.organization_id
           AND e.grant_id = g.id ORDER BY e.id DESC LIMIT 1) AS "lastActivityAt",
         ARRAY(SELECT c.name FROM app.consultants_of_engagements() c WHERE c.id = g.id) AS people
       FROM access_grants g WHERE g.organization_id = $1 ORDER BY g.given_at DESC, g.id`,
      [organizationId],
    );
    return rows.map((row) => ({
      ...row,
      givenAt: row.givenAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
    }));
  }

  /** The live engagement with a consultancy. */
  async liveWith(
    manager: EntityManager,
    { organizationId }: Tenant,
    granteeId: string,
  ): Promise<{ readonly name: string; readonly until: string } | null> {
    const [row] = await queryRows<{ name: string; until: string }>(
      manager,
      `SELECT g.grantee_name AS name, ${termsOf('g')} FROM access_grants g
       WHERE g.organization_id = $1 AND g.grantee_id = $2 AND ${LIVE}`,
      [organizationId, granteeId],
    );
    return row ?? null;
  }

  /** @returns false where there is a live one with the same consultancy */
  async insert(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>,
    grant: NewGrant,
  ): Promise<boolean> {
    const { id, grantee, readable, writable, from, until, reason, offeredBy } = grant;
    const { organizationId, userId, userName } = context;
    await queryRows(
      manager,
      `UPDATE access_grants SET revoked_at = ends_at WHERE organization_id = $1 AND grantee_id = $2
         AND revoked_at IS NULL AND ends_at <= now()`,
      [organizationId, grantee.id],
    );
    const rows = await queryRows(
      manager,
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
         starts_at, ends_at, reason, given_by, given_by_name, offered_by, accepted_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, ${beginningOf('$7')}, ${endOf('$8')}, $9, $10, $11, $12, $13)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[organizationId, id, grantee.id, grantee.name, readable, writable, from, until],
        ...[reason, userId, userName, offeredBy, grant.acceptedByName],
      ],
    );
    return rows.length === 1;
  }

  /**
   * Changes a live grant, whose version then is the next one.
   * @param expected the version that was seen; null for an end, which needs none
   * @returns null where it is not live, or another version is stored
   */
  async change(
    manager: EntityManager,
    {
      organizationId,
      userId,
      userName,
    }: Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>,
    id: string,
    expected: number | null,
    change: Change,
  ): Promise<Letter | null> {
    const place = [organizationId, id, expected];
    const [set, values] =
      'areas' in change
        ? ['readable = $4, writable = $5', [change.areas.readable, change.areas.writable]]
        : 'until' in change
          ? [`ends_at = ${endOf('$4')}`, [change.until]]
          : ['revoked_at = now(), revoked_by = $4, revoked_by_name = $5', [userId, userName]];
    const [row] = await queryRows<{ id: string }>(
      manager,
      `UPDATE access_grants SET ${set}, version = version + 1
       WHERE organization_id = $1 AND id = $2 AND ($3::integer IS NULL OR version = $3) AND ${LIVE}
       RETURNING id`,
      [...place, ...values],
    );
    return row ? this.letter(manager, { organizationId }, id) : null;
  }

  /** A live one as it is stored. */
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<(Terms & { readonly name: string }) | null> {
    const [row] = await queryRows<Terms & { name: string }>(
      manager,
      `SELECT g.grantee_name AS name, ${termsOf('g')} FROM access_grants g
       WHERE g.organization_id = $1 AND g.id = $2 AND ${LIVE}`,
      [organizationId, id],
    );
    return row ?? null;
  }

  /** What the consultancy is told of it. */
  async letter(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<Letter> {
    const [row] = await queryRows<Letter>(
      manager,
      `SELECT g.id, g.grantee_id AS "consultancyId", g.grantee_name AS "consultancyName", g.organization_id AS "clientId", c.name AS "clientName",
         g.offered_by AS "offeredBy", CASE WHEN g.is_resigned THEN 'resigned'
           WHEN g.revoked_at IS NOT NULL THEN 'revoked' ELSE 'live' END AS state,
         ${termsOf('g')}, g.reason, g.version
       FROM access_grants g JOIN organizations c ON c.id = g.organization_id
       WHERE g.organization_id = $1 AND g.id = $2`,
      [organizationId, id],
    );
    if (!row) throw new Error('no letter without its engagement');
    return row;
  }

  /** Takes it on to tell of the ends that are near; whoever comes second has nothing left to tell. */
  async takeEnding(
    manager: EntityManager,
    { organizationId }: Tenant,
    days: number,
  ): Promise<Letter[]> {
    const rows = await queryRows<{ id: string }>(
      manager,
      `UPDATE access_grants SET end_told_for = ends_at WHERE organization_id = $1 AND ${LIVE}
         AND ends_at < now() + make_interval(days => $2) AND end_told_for IS DISTINCT FROM ends_at
       RETURNING id`,
      [organizationId, days],
    );
    const letters: Letter[] = [];
    for (const { id } of rows) letters.push(await this.letter(manager, { organizationId }, id));
    return letters;
  }
}
