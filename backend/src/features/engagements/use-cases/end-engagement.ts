import { Injectable } from '@nestjs/common';
import {
  Audit,
  JobQueue,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import { ClientsRepository } from '../clients.repository';
import { GrantsRepository } from '../grants.repository';
import { letterOf, sent } from '../letter';
import { OffersRepository } from '../offers.repository';
import { requireSide } from '../require-side';
import { lastDayOf } from '../terms';
import { DELIVER_LETTER } from './deliver-letter';
import { TELL_ENGAGEMENT } from './tell-engagement';

/** Takes back an offer, or ends what was accepted: with the next statement nobody enters by it. */
@Injectable()
export class EndEngagement {
  constructor(
    private readonly database: TenantDatabase,
    private readonly offers: OffersRepository,
    private readonly grants: GrantsRepository,
    private readonly clients: ClientsRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  /** Of the own side. @throws ProblemError engagement_moved where it was answered, or does not wait any more */
  async withdraw(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const withdrawn = await this.offers.withdraw(manager, context, id);
      if (withdrawn === null) throw new ProblemError('engagement_moved');
      const subject = { type: 'engagement', id };
      await this.audit.record(manager, context, 'engagement.withdrawn', subject);
      const { partnerId, partnerName, ...offer } = withdrawn;
      if (partnerId === null) return;
      const partner = { id: partnerId, name: partnerName };
      const own = await this.organizations.find(manager, context);
      const { context: to, letter } = letterOf(context, own?.name ?? '', partner, {
        ...offer,
        id,
      });
      await this.jobs.enqueue(manager, DELIVER_LETTER, {
        context: to,
        letter: { ...letter, state: 'withdrawn', version: 2 },
      });
    });
  }

  /** The client ends it. @throws ProblemError engagement_moved where it is not live */
  async revoke(context: RequestContext, id: string): Promise<void> {
    requireSide(context, 'client');
    await this.database.transaction(context, async (manager) => {
      const letter = await this.grants.change(manager, context, id, null, { end: 'revoked' });
      if (letter === null) throw new ProblemError('engagement_moved');
      await this.audit.record(
        manager,
        context,
        'engagement.revoked',
        { type: 'engagement', id },
        { partner: letter.consultancyName },
      );
      await this.jobs.enqueue(manager, DELIVER_LETTER, sent(letter, context));
    });
  }

  /** The consultancy ends it. @throws ProblemError not_found, engagement_moved where it is not live */
  async resign(context: RequestContext, id: string): Promise<void> {
    requireSide(context, 'consultancy');
    await this.database.transaction(context, async (manager) => {
      const client = await this.clients.find(manager, context, id);
      if (client === null) throw notFound();
      const version = await this.clients.resign(manager, context, client);
      if (version === null) throw new ProblemError('engagement_moved');
      await this.clients.move(manager, context, id, 'resigned', version);
      await this.clients.unassign(manager, context, client.clientId);
      await this.audit.record(
        manager,
        context,
        'engagement.resigned',
        { type: 'engagement', id },
        { partner: client.clientName },
      );
      const own = await this.organizations.find(manager, context);
      const { correlationId, language } = context;
      const organizationId = client.clientId;
      await this.jobs.enqueue(manager, TELL_ENGAGEMENT, {
        context: { userId: '', userName: '', organizationId, correlationId, language },
        ...{ news: 'resigned', partner: own?.name ?? '' },
        until: lastDayOf(client.endsAt),
      });
    });
  }
}
