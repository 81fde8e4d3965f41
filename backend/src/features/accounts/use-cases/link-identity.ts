import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  JobQueue,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  type JobContext,
  type RequestContext,
} from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { PendingSignInsRepository } from '../second-factor/pending-sign-ins.repository';
import { SessionsRepository } from '../sessions.repository';
import {
  LinkedIdentitiesRepository,
  type NamedIdentity,
} from '../sign-on/linked-identities.repository';
import { PendingSignOnsRepository } from '../sign-on/pending-sign-ons.repository';
import { UsersRepository, type User } from '../users.repository';
import { ProveOwner, type OwnerProof } from './prove-owner';
import { SEND_ACCOUNT_NOTICE } from './send-account-notice';

/** Links identities of the provider to accounts, and takes them off again. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly identities: LinkedIdentitiesRepository,
    private readonly pending: PendingSignOnsRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly signIns: PendingSignInsRepository,
    private readonly cached: CachedIdentities,
    private readonly proveOwner: ProveOwner,
    private readonly jobs: JobQueue,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * The owner is proved. The trail and a mail tell of it.
   * @param session token of the one that asked for it; a new password that was set meanwhile has ended it
   * @returns false where it is somebody's already, or the account has another one
   * @throws ProblemError sign_on_over
   */
  link(
    user: User,
    identity: NamedIdentity,
    session: string,
    correlationId: string,
  ): Promise<boolean> {
    return this.database.transaction(user.id, async (manager) => {
      const isThere = await this.users.lock(manager, user.id);
      if (!isThere || !(await this.sessions.isOpen(manager, session)))
        throw new ProblemError('sign_on_over');
      return this.linkWithin(manager, user, identity, correlationId);
    });
  }

  /** Somebody has signed in as before in the browser in which an identity waits: it is linked where it waits for them. */
  async linkProved(token: string, user: User, correlationId: string): Promise<void> {
    await this.database.transaction(user.id, async (manager) => {
      const waiting = await this.pending.takeUnproved(manager, token);
      if (waiting?.userId === user.id) await this.linkWithin(manager, user, waiting, correlationId);
    });
  }

  /**
   * Asks for the password, so that nobody takes away their last way to sign in. What else is signed in ends: it may be who
   * was linked. Does nothing where none is linked.
   * @param session token of the one that asks, which stays
   * @throws ProblemError what `ProveOwner` throws
   */
  async unlink(context: RequestContext, proof: OwnerProof, session: string): Promise<void> {
    const { id } = await this.proveOwner.execute(context, proof);
    await this.database.transaction(id, async (manager) => {
      if (!(await this.unlinkWithin(manager, context))) return;
      await this.sessions.removeAllOf(manager, id, session);
      await this.signIns.removeAllOf(manager, id);
    });
    this.cached.forgetPerson(id);
  }

  /**
   * Whatever else ends a person's other ways in takes the identities along. The trail and a mail tell of it.
   * @returns false where none was linked
   */
  async unlinkWithin(
    manager: EntityManager,
    person: Pick<RequestContext, 'userId' | 'userName' | 'correlationId' | 'language'>,
  ): Promise<boolean> {
    const { userId, userName, correlationId, language } = person;
    if (!(await this.identities.removeAllOf(manager, userId))) return false;
    const subject = { type: 'account', id: userId };
    await this.audit.record(manager, person, 'account.identity_unlinked', subject);
    const context = { userId, userName, correlationId, language, organizationId: '' };
    await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, { context, notice: 'identity_unlinked' });
    return true;
  }

  /** As `link`, in a transaction that is under way. */
  async linkWithin(
    manager: EntityManager,
    { id, name, language }: User,
    identity: NamedIdentity,
    correlationId: string,
  ): Promise<boolean> {
    if (!(await this.identities.insert(manager, id, identity))) return false;
    const actor = { userId: id, userName: name, correlationId };
    const subject = { type: 'account', id };
    await this.audit.record(manager, actor, 'account.identity_linked', subject);
    const context: JobContext = { ...actor, organizationId: '', language };
    await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, { context, notice: 'identity_linked' });
    return true;
  }
}
