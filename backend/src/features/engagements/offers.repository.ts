import { Injectable } from '@nestjs/common';
import { OFFER_DAYS, type EngagementSide } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { beginningOf, endOf, queryRows, type RequestContext } from '../../kernel';
import { hashOfToken } from '../accounts';
import type { Client, Engagement, SeenOffer } from './engagement';
import type { AskedTerms } from './terms';
import { termsOf } from './terms.sql';

type Tenant = Pick<RequestContext, 'organizationId'>;

interface NewOffer extends AskedTerms {
  readonly offeredBy: EngagementSide;
  /** Of an offer by mail there is no id yet: what the consultancy knows of the enterprise, if anything. */
  readonly partner: {
    readonly id: string | null;
    readonly name: string;
    readonly creditCode?: string;
  } | null;
  readonly email: string | null;
  /** Members who are to work for the client; without any it is who offers. */
  readonly assigneeIds?: readonly string[];
}

/** What came of an answer, as `app.answer_offer` says. */
export type Answered =
  | {
      readonly outcome: 'answered';
      readonly id: string;
      readonly name: string;
      readonly ownName: string;
    }
  | { readonly outcome: 'suspended'; readonly name: string }
  | { readonly outcome: 'exists'; readonly name: string; readonly endsAt: string };

interface DeclinedOffer {
  readonly id: string;
  /** As the consultancy knows the enterprise: its name, else the address that was mailed. */
  readonly partner: string;
  /** Last day. */
  readonly until: string;
}

interface Answer {
  /** Organization that offers. */
  readonly offerer: string;
  readonly by: { readonly id: string } | { readonly token: string };
  readonly to: 'live' | 'declined';
}

const WAITS = `state = 'offered' AND expires_at > now()`;
const STATE = `CASE WHEN o.state = 'offered' AND o.expires_at <= now() THEN 'lapsed' ELSE o.state END AS state`;

/** Offers of the own side. SQL turns days into instants, and asks for the organization in the same statement. */
@Injectable()
export class OffersRepository {
  /** One at a time waits for the same partner or address. @returns its id, null where one waits already */
  async insert(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>,
    { offeredBy, partner, email, assigneeIds = [], ...terms }: NewOffer,
  ): Promise<string | null> {
    const { readable, writable, from, until, reason } = terms;
    await queryRows(
      manager,
      `UPDATE engagement_offers SET state = 'lapsed'
       WHERE organization_id = $1 AND state = 'offered' AND expires_at <= now()`,
      [context.organizationId],
    );
    const [row] = await queryRows<{ id: string }>(
      manager,
      `INSERT INTO engagement_offers (organization_id, id, offered_by, partner_id, partner_name, email,
         readable, writable, starts_at, ends_at, reason, offered_by_id, offered_by_name, expires_at,
         partner_code, assignee_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${beginningOf('$9')}, ${endOf('$10')}, $11, $12, $13,
         least(now() + make_interval(days => $14), ${endOf('$10')}), nullif($15, ''), $16)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[context.organizationId, randomUUID(), offeredBy, partner?.id ?? null],
        ...[partner?.name ?? '', email, readable, writable, from, until, reason],
        ...[context.userId, context.userName, OFFER_DAYS, partner?.creditCode ?? '', assigneeIds],
      ],
    );
    return row?.id ?? null;
  }

  /** Those of the client that nobody accepted, newest first. */
  async ofClient(manager: EntityManager, { organizationId }: Tenant): Promise<Engagement[]> {
    const rows = await queryRows<
      Engagement & { givenAt: Date; expiresAt: Date; endedAt: Date | null }
    >(
      manager,
      `SELECT o.id, ${STATE}, o.offered_by AS "offeredBy", o.partner_name AS "consultancyName",
         ${termsOf('o')}, o.reason, o.expires_at AS "expiresAt", 1 AS version,
         o.offered_by_name AS "givenBy", o.offered_at AS "givenAt", o.decided_by_name AS "decidedBy",
         o.decided_at AS "endedAt"
       FROM engagement_offers o WHERE o.organization_id = $1 AND o.state <> 'live'
       ORDER BY o.offered_at DESC, o.id`,
      [organizationId],
    );
    return rows.map((row) => ({
      ...row,
      givenAt: row.givenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      people: [],
      lastActivityAt: null,
    }));
  }

  /** Those of the consultancy of which no client has told yet that it accepted, newest first. */
  async ofConsultancy(manager: EntityManager, { organizationId }: Tenant): Promise<Client[]> {
    const rows = await queryRows<
      Client & { expiresAt: Date; mailFailedAt: Date | null; changedAt: Date }
    >(
      manager,
      `SELECT o.id, ${STATE}, o.offered_by AS "offeredBy", o.partner_id AS "clientId",
         o.partner_name AS "clientName", o.email, ${termsOf('o')}, o.reason,
         o.expires_at AS "expiresAt", 1 AS version, o.mail_failed_at AS "mailFailedAt",
         coalesce(o.decided_at, o.offered_at) AS "changedAt"
       FROM engagement_offers o WHERE o.organization_id = $1
         AND NOT EXISTS (SELECT FROM clients c WHERE c.organization_id = $1 AND c.id = o.id)
       ORDER BY o.offered_at DESC, o.id`,
      [organizationId],
    );
    return rows.map((row) => ({
      ...row,
      expiresAt: row.expiresAt.toISOString(),
      mailFailedAt: row.mailFailedAt?.toISOString() ?? null,
      changedAt: row.changedAt.toISOString(),
      people: [],
    }));
  }

  /** @returns what was offered, and to whom; null where no such offer waits */
  async withdraw(
    manager: EntityManager,
    { organizationId, userName }: Pick<RequestContext, 'organizationId' | 'userName'>,
    id: string,
  ): Promise<
    (AskedTerms & { readonly partnerId: string | null; readonly partnerName: string }) | null
  > {
    const [row] = await queryRows<AskedTerms & { partnerId: string | null; partnerName: string }>(
      manager,
      `UPDATE engagement_offers o SET state = 'withdrawn', decided_at = now(), decided_by_name = $3
       WHERE organization_id = $1 AND id = $2 AND ${WAITS}
       RETURNING partner_id AS "partnerId", partner_name AS "partnerName", reason, ${termsOf('o')}`,
      [organizationId, id, userName],
    );
    return row ?? null;
  }

  /** One more link that works. @returns null: it waits no more */
  async addToken(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    token: string,
  ): Promise<{ readonly email: string; readonly organizationName: string } | null> {
    const [row] = await queryRows<{ email: string; organizationName: string }>(
      manager,
      `UPDATE engagement_offers e SET token_hashes = token_hashes || $3::bytea FROM organizations o
       WHERE e.organization_id = $1 AND e.id = $2 AND e.state = 'offered' AND o.id = $1
       RETURNING e.email, o.name AS "organizationName"`,
      [organizationId, id, hashOfToken(token)],
    );
    return row ?? null;
  }

  /** Nobody could be mailed. @returns whom; null: it waits no more */
  async noteFailedMail(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string | null> {
    const [row] = await queryRows<{ email: string }>(
      manager,
      `UPDATE engagement_offers SET mail_failed_at = now()
       WHERE organization_id = $1 AND id = $2 AND state = 'offered' RETURNING email`,
      [organizationId, id],
    );
    return row?.email ?? null;
  }

  async seeByToken(
    manager: EntityManager,
    organizationId: string,
    token: string,
  ): Promise<SeenOffer | null> {
    const [row] = await queryRows<SeenOffer & { expiresAt: Date }>(
      manager,
      `SELECT o.organization_id AS "consultancyId", c.name AS "consultancyName", ${termsOf('o')}, o.reason,
         o.offered_by_name AS "offeredByName", o.expires_at AS "expiresAt",
         o.partner_name AS "enterpriseName", coalesce(o.partner_code, '') AS "creditCode"
       FROM engagement_offers o JOIN organizations c ON c.id = o.organization_id
       WHERE o.organization_id = $1 AND $2 = ANY (o.token_hashes) AND o.state = 'offered'
         AND o.expires_at > now()`,
      [organizationId, hashOfToken(token)],
    );
    return row ? { ...row, expiresAt: row.expiresAt.toISOString() } : null;
  }

  /** By who holds its link, for no enterprise. @returns null where none such waits */
  async declineByToken(
    manager: EntityManager,
    { organizationId, userName }: Pick<RequestContext, 'organizationId' | 'userName'>,
    token: string,
  ): Promise<DeclinedOffer | null> {
    const [row] = await queryRows<DeclinedOffer>(
      manager,
      `UPDATE engagement_offers o SET state = 'declined', decided_at = now(), decided_by_name = $3
       WHERE organization_id = $1 AND $2 = ANY (token_hashes) AND ${WAITS} AND ends_at > now()
       RETURNING id, coalesce(nullif(partner_name, ''), email) AS partner, ${termsOf('o')}`,
      [organizationId, hashOfToken(token), userName],
    );
    return row ?? null;
  }

  /** Whose code this is, if the platform opened it under exactly this one. */
  async consultancyOf(
    manager: EntityManager,
    creditCode: string,
  ): Promise<{ readonly id: string; readonly name: string } | null> {
    const sql = 'SELECT id, name FROM app.consultancy_of_code($1)';
    const [row] = await queryRows<{ id: string; name: string }>(manager, sql, [creditCode]);
    return row ?? null;
  }

  /** The organization that was entered answers an offer of another one. @returns null where none such waits */
  async answer(
    manager: EntityManager,
    context: Pick<RequestContext, 'userId' | 'userName' | 'correlationId'>,
    { offerer, by, to }: Answer,
  ): Promise<Answered | null> {
    const [row] = await queryRows<{ answered: Answered | null }>(
      manager,
      'SELECT app.answer_offer($1, $2, $3, $4, $5, $6, $7) AS answered',
      [
        ...[offerer, 'id' in by ? by.id : null, 'token' in by ? hashOfToken(by.token) : null, to],
        ...[context.userId, context.userName, context.correlationId],
      ],
    );
    return row?.answered ?? null;
  }
}
