import { Injectable } from '@nestjs/common';
import { notFound, PlatformAudit, PlatformDatabase, type RequestContext } from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { SessionsRepository, type OwnSession } from '../sessions.repository';

/** Where a person is signed in, and the end of it. Every other process hears of an end from the database. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly sessions: SessionsRepository,
    private readonly identities: CachedIdentities,
    private readonly audit: PlatformAudit,
  ) {}

  list(context: RequestContext, token: string): Promise<OwnSession[]> {
    return this.sessions.list(context.userId, token);
  }

  /** @param token undefined: there is none, and no process hears of it */
  async this(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    await this.sessions.remove(token);
    this.identities.forget(token);
  }

  async one(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(context.userId, async (manager) => {
      if (!(await this.sessions.removeOne(manager, context.userId, id))) throw notFound();
      const subject = { type: 'account', id: context.userId };
      await this.audit.record(manager, context, 'account.session_ended', subject);
    });
    this.identities.forgetPerson(context.userId);
  }

  async others(context: RequestContext, token: string): Promise<void> {
    await this.database.transaction(context.userId, async (manager) => {
      await this.sessions.removeAllOf(manager, context.userId, token);
      const subject = { type: 'account', id: context.userId };
      await this.audit.record(manager, context, 'account.sessions_ended', subject);
    });
    this.identities.forgetPerson(context.userId);
  }
}
