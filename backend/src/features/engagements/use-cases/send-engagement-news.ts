import { Injectable } from '@nestjs/common';
import {
  Config,
  HandlesJob,
  jobKind,
  Mailer,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import { newsText, type EngagementNews } from '../news';

interface NewsMailData {
  /** Of the organization that is told. */
  readonly context: JobContext;
  readonly news: EngagementNews;
  readonly partner: string;
  readonly until: string;
  /** Account of the one person to whom this mail goes. */
  readonly leaderId: string;
}

/** Mails one of those who lead an organization what became of an engagement. */
export const SEND_ENGAGEMENT_NEWS = jobKind<NewsMailData>('engagements.send-news', { atOnce: 4 });

@Injectable()
@HandlesJob(SEND_ENGAGEMENT_NEWS)
export class SendEngagementNews implements JobHandler<NewsMailData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Nobody is mailed who leads it no more. Done twice it mails twice, rather than not at all. */
  async handle({ context, leaderId, news, partner, until }: NewsMailData): Promise<void> {
    const { organizationId } = context;
    const found = await this.database.read(context, async (manager) => ({
      leaders: await this.organizations.addressees(manager, organizationId, 'leaders'),
      organization: await this.organizations.find(manager, { organizationId, role: 'owner' }),
    }));
    const leader = found.leaders.find(({ userId }) => userId === leaderId);
    if (leader === undefined) return;
    const page = found.organization?.kind === 'consultancy' ? 'clients' : 'engagements';
    const link = `${this.config.publicUrl}/o/${organizationId}/${page}`;
    await this.mailer.send({ to: leader.email, ...newsText(news, { partner, until, link }) });
  }
}
