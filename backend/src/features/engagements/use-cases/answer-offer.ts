import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  JobQueue,
  notFound,
  ProblemError,
  Quotas,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { organizationOfToken } from '../../organizations';
import { ClientsRepository } from '../clients.repository';
import type { SeenOffer } from '../engagement';
import { GrantsRepository } from '../grants.repository';
import { sent } from '../letter';
import { OffersRepository, type Answered } from '../offers.repository';
import { requireSide } from '../require-side';
import { checkedTerms, lastDayOf, type Terms } from '../terms';
import { DELIVER_LETTER } from './deliver-letter';
import { TELL_ENGAGEMENT } from './tell-engagement';

type Answer = 'accept' | 'decline';
const STATE_AFTER = { accept: 'live', decline: 'declined' } as const;

/** Accepts or declines what the other side offers. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly database: TenantDatabase,
    private readonly offers: OffersRepository,
    private readonly grants: GrantsRepository,
    private readonly clients: ClientsRepository,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * What the consultancy offers, for whoever holds the token of its mail.
   * @throws ProblemError offer_invalid, alike for a token that never was, was used, or is over
   */
  async see(token: string): Promise<SeenOffer> {
    const organizationId = organizationOfToken(token);
    const seen =
      organizationId === undefined
        ? null
        : await this.database.read({ organizationId, userId: '' }, (manager) =>
            this.offers.seeByToken(manager, organizationId, token),
          );
    if (seen === null) throw new ProblemError('offer_invalid');
    return seen;
  }

  /**
   * The client answers the offer that was mailed to it, and says itself what it opens.
   * @throws ProblemError forbidden, validation_failed, offer_invalid, engagement_exists, partner_suspended
   */
  async asClient(
    context: RequestContext,
    {
      token,
      answer,
      terms,
    }: { readonly token: string; readonly answer: Answer; readonly terms: Terms },
  ): Promise<void> {
    requireSide(context, 'client');
    const opened = answer === 'accept' ? checkedTerms(terms) : terms;
    const offer = await this.see(token);
    const { consultancyId: offerer, consultancyName, reason, offeredByName } = offer;
    await this.database.transaction(context, async (manager) => {
      const to = STATE_AFTER[answer];
      const answered = done(
        await this.offers.answer(manager, context, { offerer, by: { token }, to }),
        'offer_invalid',
      );
      const { id } = answered;
      await this.record(manager, context, answer, id, consultancyName);
      if (answer === 'decline')
        return this.tell(manager, context, offerer, 'declined', answered.ownName, opened);
      const grantee = { id: offerer, name: consultancyName };
      const facts = {
        id,
        grantee,
        reason,
        offeredBy: 'consultancy',
        acceptedByName: offeredByName,
      } as const;
      if (!(await this.grants.insert(manager, context, { ...facts, ...opened })))
        throw new ProblemError('engagement_exists', {
          ...(await this.grants.liveWith(manager, context, offerer)),
        });
      const letter = await this.grants.letter(manager, context, id);
      await this.jobs.enqueue(manager, DELIVER_LETTER, sent(letter, context));
    });
  }

  /**
   * Who holds the link, and leads no enterprise for which to answer, declines.
   * @throws ProblemError offer_invalid
   */
  async withoutEnterprise(person: RequestContext, token: string): Promise<void> {
    const organizationId = organizationOfToken(token);
    if (organizationId === undefined) throw new ProblemError('offer_invalid');
    const context = { ...person, organizationId };
    await this.database.transactionOfNewcomer(context, async (manager) => {
      const declined = await this.offers.declineByToken(manager, context, token);
      if (declined === null) throw new ProblemError('offer_invalid');
      const { id, partner } = declined;
      await this.record(manager, context, 'decline', id, partner);
      await this.tell(manager, context, organizationId, 'declined', partner, declined);
    });
  }

  /**
   * The consultancy answers the offer of a client.
   * @throws ProblemError not_found, engagement_moved, engagement_exists, partner_suspended, quota_clients
   */
  async asConsultancy(context: RequestContext, id: string, answer: Answer): Promise<void> {
    requireSide(context, 'consultancy');
    await this.database.transaction(context, async (manager) => {
      const client = await this.clients.find(manager, context, id);
      if (client === null) throw notFound();
      if (answer === 'accept')
        await this.quotas.require(manager, context.organizationId, 'clients');
      const offerer = client.clientId;
      const to = STATE_AFTER[answer];
      const { name, ownName } = done(
        await this.offers.answer(manager, context, { offerer, by: { id }, to }),
        'engagement_moved',
      );
      await this.clients.move(manager, context, id, to, 2);
      if (to === 'live') await this.clients.unassign(manager, context, offerer);
      await this.record(manager, context, answer, id, name);
      const news = answer === 'accept' ? 'accepted' : 'declined';
      const until = lastDayOf(client.endsAt);
      await this.tell(manager, context, offerer, news, ownName, { until });
    });
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    answer: Answer,
    id: string,
    partner: string,
  ): Promise<void> {
    const action = answer === 'accept' ? 'engagement.accepted' : 'engagement.declined';
    return this.audit.record(manager, context, action, { type: 'engagement', id }, { partner });
  }

  private tell(
    manager: EntityManager,
    { correlationId, language }: RequestContext,
    organizationId: string,
    news: 'accepted' | 'declined',
    partner: string,
    { until }: Pick<Terms, 'until'>,
  ): Promise<void> {
    const context = { userId: '', userName: '', organizationId, correlationId, language };
    return this.jobs.enqueue(manager, TELL_ENGAGEMENT, { context, news, partner, until });
  }
}

/** @throws ProblemError that says why nothing was answered */
function done(
  answered: Answered | null,
  gone: 'offer_invalid' | 'engagement_moved',
): Extract<Answered, { outcome: 'answered' }> {
  if (answered === null) throw new ProblemError(gone);
  const { name } = answered;
  if (answered.outcome === 'suspended') throw new ProblemError('partner_suspended', { name });
  if (answered.outcome === 'answered') return answered;
  const until = lastDayOf(new Date(answered.endsAt));
  throw new ProblemError('engagement_exists', { name, until });
}
