import { Injectable } from '@nestjs/common';
import {
  Audit,
  jobContextOf,
  JobQueue,
  ProblemError,
  Quotas,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { UsersRepository } from '../../accounts';
import { InvitationMail } from '../../organizations';
import { OffersRepository } from '../offers.repository';
import { requireSide } from '../require-side';
import { checkedTerms, type AskedTerms } from '../terms';
import { SEND_OFFER } from './send-offer';

/** A consultancy offers an engagement by mail: whoever reads it says for which of their enterprises. */
@Injectable()
export class OfferToClient {
  constructor(
    private readonly database: TenantDatabase,
    private readonly offers: OffersRepository,
    private readonly users: UsersRepository,
    private readonly mail: InvitationMail,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * What is answered tells nobody whether the address has an account.
   * @param command.email as `normalEmail` writes it
   * @throws ProblemError forbidden, validation_failed, email_unconfirmed, recently_mailed, engagement_offered, quota_clients
   */
  async execute(
    context: RequestContext,
    { email, ...asked }: AskedTerms & { readonly email: string },
  ): Promise<void> {
    requireSide(context, 'consultancy');
    const terms = checkedTerms(asked);
    this.mail.requireSender(await this.users.find(context.userId));
    await this.mail.countedFor(email, () =>
      this.database.transaction(context, async (manager) => {
        await this.quotas.require(manager, context.organizationId, 'clients');
        const offer = { ...terms, offeredBy: 'consultancy', partner: null, email } as const;
        const id = await this.offers.insert(manager, context, offer);
        if (id === null) throw new ProblemError('engagement_offered', { name: email });
        await this.audit.record(manager, context, 'engagement.offered', { type: 'engagement', id });
        const data = { context: jobContextOf(context), offerId: id };
        await this.jobs.enqueue(manager, SEND_OFFER, data);
      }),
    );
  }
}
