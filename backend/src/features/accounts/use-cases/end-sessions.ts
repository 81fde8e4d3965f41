import { Injectable } from '@nestjs/common';
import { notFound, PlatformDatabase, type RequestContext } from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { SessionsRepository, type OwnSession } from '../sessions.repository';

/** Where a person is signed in, and the end of it. Every other process hears of an end from the database. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly sessions: SessionsRepository,
    private readonly identities: CachedIdentities,
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
    if (!(await this.sessions.removeOne(context.userId, id))) throw notFound();
    this.identities.forgetPerson(context.userId);
  }

  async others(context: RequestContext, token: string): Promise<void> {
    await this.sessions.removeAllOf(this.database.manager, context.userId, token);
    this.identities.forgetPerson(context.userId);
  }
}
