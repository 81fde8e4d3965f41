import { Injectable } from '@nestjs/common';
import {
  Audit,
  JobQueue,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { UsersRepository } from '../../accounts';
import { InvitationMail, OrganizationsRepository, requiredCreditCode } from '../../organizations';
import { GrantsRepository } from '../grants.repository';
import { letterOf } from '../letter';
import { OffersRepository } from '../offers.repository';
import { requireSide } from '../require-side';
import { checkedTerms, type AskedTerms } from '../terms';
import { DELIVER_LETTER } from './deliver-letter';

/** The client offers an engagement to a consultancy that it names by its credit code. */
@Injectable()
export class OfferToConsultancy {
  constructor(
    private readonly database: TenantDatabase,
    private readonly offers: OffersRepository,
    private readonly grants: GrantsRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly users: UsersRepository,
    private readonly mail: InvitationMail,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  /** @throws ProblemError validation_failed (no credit code), consultancy_unknown */
  async find(context: RequestContext, typed: string): Promise<{ readonly name: string }> {
    const code = requiredCreditCode(typed);
    const { name } = await this.database.read(context, async (manager) => {
      const found = await this.offers.consultancyOf(manager, code);
      if (found === null) throw new ProblemError('consultancy_unknown');
      return found;
    });
    return { name };
  }

  /**
   * @throws ProblemError forbidden, validation_failed, email_unconfirmed, consultancy_unknown, engagement_exists,
   *   engagement_offered
   */
  async execute(
    context: RequestContext,
    { creditCode, ...asked }: AskedTerms & { readonly creditCode: string },
  ): Promise<void> {
    requireSide(context, 'client');
    const code = requiredCreditCode(creditCode);
    const terms = checkedTerms(asked);
    this.mail.requireSender(await this.users.find(context.userId));
    await this.database.transaction(context, async (manager) => {
      const partner = await this.offers.consultancyOf(manager, code);
      if (partner === null) throw new ProblemError('consultancy_unknown');
      const live = await this.grants.liveWith(manager, context, partner.id);
      if (live !== null) throw new ProblemError('engagement_exists', live);
      const offer = { ...terms, offeredBy: 'client', partner, email: null } as const;
      const id = await this.offers.insert(manager, context, offer);
      if (id === null) throw new ProblemError('engagement_offered', { name: partner.name });
      const subject = { type: 'engagement', id };
      await this.audit.record(manager, context, 'engagement.offered', subject, {
        partner: partner.name,
      });
      const own = await this.organizations.find(manager, context);
      const letter = letterOf(context, own?.name ?? '', partner, { ...terms, id });
      await this.jobs.enqueue(manager, DELIVER_LETTER, letter);
    });
  }
}
