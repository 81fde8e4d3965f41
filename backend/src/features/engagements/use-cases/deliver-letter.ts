import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  JobQueue,
  jobKind,
  Limits,
  TenantDatabase,
  type JobHandler,
} from '../../../kernel';
import { ClientsRepository } from '../clients.repository';
import type { Letter, SentLetter } from '../letter';
import type { EngagementNews } from '../news';
import { TELL_ENGAGEMENT } from './tell-engagement';

/** Brings what a client tells of an engagement into the mirror of the consultancy. */
export const DELIVER_LETTER = jobKind<SentLetter>('engagements.deliver-letter');

/** What the people of the consultancy are mailed about; the rest they see in their list. */
const TOLD: Readonly<Partial<Record<Letter['state'], EngagementNews>>> = {
  offered: 'offered',
  live: 'accepted',
  revoked: 'revoked',
};

/** When it begins as well: those of an engagement that was over by its date are still there then. */
const ENDS_ASSIGNMENTS: readonly Letter['state'][] = ['live', 'revoked'];

@Injectable()
@HandlesJob(DELIVER_LETTER)
export class DeliverLetter implements JobHandler<SentLetter> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clients: ClientsRepository,
    private readonly jobs: JobQueue,
    private readonly limits: Limits,
  ) {}

  /**
   * Done twice it writes once and orders its mails once: both stand in one transaction. Offering and withdrawing again and
   * again mails nobody again and again: beyond the limit of the two an offer is just seen in the list.
   */
  async handle({ context, letter }: SentLetter): Promise<void> {
    if (letter.state !== 'offered') return this.deliver({ context, letter }, true);
    const recipient = `${letter.clientId} ${letter.consultancyId}`;
    const isMailed = await this.limits.isWithin('engagement_offer_mail', { recipient });
    try {
      await this.deliver({ context, letter }, isMailed);
    } catch (error) {
      if (isMailed) await this.limits.giveBack('engagement_offer_mail', { recipient });
      throw error;
    }
  }

  private async deliver({ context, letter }: SentLetter, isMailed: boolean): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const before = await this.clients.find(manager, context, letter.id);
      if (!(await this.clients.mirror(manager, letter))) return;
      const isNew = before?.state !== letter.state;
      if (isNew && ENDS_ASSIGNMENTS.includes(letter.state))
        await this.clients.unassign(manager, context, letter.clientId);
      if (isNew && letter.state === 'live') await this.clients.assignOfferer(manager, letter);
      const news = isNew && isMailed ? TOLD[letter.state] : undefined;
      if (news === undefined) return;
      const { clientName: partner, until } = letter;
      await this.jobs.enqueue(manager, TELL_ENGAGEMENT, { context, news, partner, until });
    });
  }
}
