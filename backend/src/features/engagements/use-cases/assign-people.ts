import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  validationFailed,
  type RequestContext,
} from '../../../kernel';
import { ClientsRepository } from '../clients.repository';
import type { Assigned } from '../engagement';
import { requireSide } from '../require-side';

/** Says who of the consultancy works for a client. Whoever is taken off enters it no more with the next statement. */
@Injectable()
export class AssignPeople {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clients: ClientsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param id of an engagement with the client
   * @param userIds exactly those who work for it from now on
   * @throws ProblemError forbidden, not_found, engagement_moved where it is not live, validation_failed where one is no member
   */
  async execute(
    context: RequestContext,
    id: string,
    userIds: readonly string[],
  ): Promise<Assigned[]> {
    requireSide(context, 'consultancy');
    return this.database.transaction(context, async (manager) => {
      const client = await this.clients.find(manager, context, id);
      if (client === null) throw notFound();
      if (client.state !== 'live') throw new ProblemError('engagement_moved');
      const members = await this.clients.lockMembers(manager, context, userIds);
      const strangers = userIds.flatMap((userId, at) =>
        members.includes(userId) ? [] : [{ path: `userIds.${at}`, code: 'not_a_member' }],
      );
      if (strangers.length > 0) throw validationFailed(...strangers);
      await this.clients.assign(manager, context, client.clientId, userIds);
      const people = await this.clients.assigned(manager, context, client.clientId);
      await this.audit.record(
        manager,
        context,
        'engagement.people_assigned',
        { type: 'engagement', id },
        { client: client.clientName, people: people.map(({ name }) => name) },
      );
      return people;
    });
  }
}
