import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  JobQueue,
  notFound,
  PlatformAudit,
  PlatformDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { PasskeyDto } from '../passkeys/passkey.dto';
import { PasskeysRepository, type OwnPasskey } from '../passkeys/passkeys.repository';
import { PendingSignInsRepository } from '../second-factor/pending-sign-ins.repository';
import { SecondFactorsRepository } from '../second-factor/second-factors.repository';
import { SessionsRepository } from '../sessions.repository';
import { ProveOwner, type OwnerProof } from './prove-owner';
import { SEND_ACCOUNT_NOTICE } from './send-account-notice';

/** Renames a person's passkeys and takes them away. */
@Injectable()
export class ChangePasskeys {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly passkeys: PasskeysRepository,
    private readonly sessions: SessionsRepository,
    private readonly signIns: PendingSignInsRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly cached: CachedIdentities,
    private readonly proveOwner: ProveOwner,
    private readonly jobs: JobQueue,
    private readonly audit: PlatformAudit,
  ) {}

  /** @throws ProblemError not_found, version_conflict */
  rename(
    context: RequestContext,
    { id, version, name }: { id: string; version: number; name: string },
  ): Promise<OwnPasskey> {
    const { userId } = context;
    return this.database.transaction(userId, async (manager) => {
      const isRenamed = await this.passkeys.rename(manager, { id, userId, version }, name.trim());
      const stored = await this.passkeys.find(manager, userId, id);
      if (stored === null) throw notFound();
      if (!isRenamed) throw versionConflict(PasskeyDto.of(stored));
      const subject = { type: 'passkey', id };
      const details = { name: stored.name };
      await this.audit.record(manager, context, 'account.passkey_renamed', subject, details);
      return stored;
    });
  }

  /**
   * What else is signed in ends: it may be by this passkey.
   * @param session token of the one that asks, which stays
   * @throws ProblemError not_found, and what `ProveOwner` throws
   */
  async remove(
    context: RequestContext,
    { id, proof, session }: { id: string; proof: OwnerProof; session: string },
  ): Promise<void> {
    const { userId } = context;
    const { manager: single } = this.database;
    if ((await this.passkeys.find(single, userId, id)) === null) throw notFound();
    await this.proveOwner.execute(context, proof);
    await this.database.transaction(userId, async (manager) => {
      if (!(await this.removeWithin(manager, context, id))) throw notFound();
      await this.sessions.removeAllOf(manager, userId, session);
      await this.signIns.removeAllOf(manager, userId);
    });
    this.cached.forgetPerson(userId);
  }

  /**
   * Before sessions end: a sign-in that is under way finishes first, or finds no passkey any more. The trail and a mail
   * tell of it. Whoever has no other second factor left has proved none any more.
   * @param id of one; all of the person where it is left out
   * @returns false where there was none
   */
  async removeWithin(
    manager: EntityManager,
    person: Pick<RequestContext, 'userId' | 'userName' | 'correlationId' | 'language'>,
    id?: string,
  ): Promise<boolean> {
    const { userId, userName, correlationId, language } = person;
    const removed = await this.passkeys.remove(manager, userId, id);
    if (removed.length === 0) return false;
    for (const { id: removedId, name } of removed) {
      const subject = { type: 'passkey', id: removedId };
      await this.audit.record(manager, person, 'account.passkey_removed', subject, { name });
    }
    const isBare =
      !(await this.passkeys.isAny(manager, userId)) &&
      !(await this.factors.isEnabled(manager, userId));
    if (isBare) await this.sessions.forgetSecondFactor(manager, userId);
    const context = { userId, userName, correlationId, language, organizationId: '' };
    await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, { context, notice: 'passkey_removed' });
    return true;
  }
}
