import { Injectable } from '@nestjs/common';
import { nameInMail, OFFER_DAYS } from '@liangxing/contracts';
import {
  Config,
  HandlesJob,
  jobKind,
  Limits,
  Mailer,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { newToken } from '../../accounts';
import { OffersRepository } from '../offers.repository';

interface OfferJobData {
  readonly context: JobContext;
  readonly offerId: string;
}

/** Mails the offer of a consultancy. Its link is made by the job, so that no secret waits in the queue. */
export const SEND_OFFER = jobKind<OfferJobData>('engagements.send-offer', { atOnce: 4 });

@Injectable()
@HandlesJob(SEND_OFFER)
export class SendOffer implements JobHandler<OfferJobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly limits: Limits,
    private readonly offers: OffersRepository,
  ) {}

  /** Done twice it mails twice, and both links work. */
  async handle({ context, offerId }: OfferJobData): Promise<void> {
    // The id of the consultancy is part of the token: whoever holds it finds the right tenant.
    const token = `${context.organizationId}.${newToken()}`;
    const offer = await this.database.transaction(context, (manager) =>
      this.offers.addToken(manager, context, offerId, token),
    );
    if (offer === null) return;
    const sender = nameInMail(context.userName);
    const consultancy = nameInMail(offer.organizationName);
    const link = `${this.config.publicUrl}/engagement-offer?token=${token}`;
    await this.mailer.send({
      to: offer.email,
      subject: `良行：${consultancy} 邀请贵企业建立咨询合作`,
      text:
        `您好：\n\n“${consultancy}”的 ${sender} 邀请贵企业在良行上建立咨询合作。开放哪些内容、到哪一天，` +
        `由您决定，并可随时终止。请企业的所有者在 ${OFFER_DAYS} 天内打开：\n${link}\n\n` +
        `${sender} of ${consultancy} offers you an engagement on Liangxing. You decide what it opens and ` +
        `until when, and can end it at any time. Open the link within ${OFFER_DAYS} days.\n`,
    });
  }

  /** Nobody was mailed: the page of clients says so, and the mailbox may be written to again at once. */
  async giveUp({ context, offerId }: OfferJobData): Promise<void> {
    const email = await this.database.transaction(context, (manager) =>
      this.offers.noteFailedMail(manager, context, offerId),
    );
    if (email !== null) await this.limits.giveBack('invitation_mail', { recipient: email });
  }
}
