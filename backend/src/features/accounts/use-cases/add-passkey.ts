import { Injectable } from '@nestjs/common';
import {
  jobContextOf,
  JobQueue,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  Quotas,
  type RequestContext,
} from '../../../kernel';
import { PasskeyChallengesRepository } from '../passkeys/passkey-challenges.repository';
import { PasskeysRepository, type OwnPasskey } from '../passkeys/passkeys.repository';
import { challengeIn, RelyingParty, type MadeAnswer } from '../passkeys/relying-party';
import { newToken } from '../session-tokens';
import { SessionsRepository } from '../sessions.repository';
import { UsersRepository } from '../users.repository';
import { ProveOwner, type OwnerProof } from './prove-owner';
import { SEND_ACCOUNT_NOTICE } from './send-account-notice';

/** What an authenticator is told that is to make a passkey. */
interface NewPasskeyChallenge {
  readonly challenge: string;
  readonly domain: string;
  /** Each authenticator has one for an account. */
  readonly known: readonly { readonly credentialId: Buffer; readonly transports: string[] }[];
}

/** A person takes a passkey into use, in two steps: a challenge for whoever proves to own the account, and its answer. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly passkeys: PasskeysRepository,
    private readonly challenges: PasskeyChallengesRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly party: RelyingParty,
    private readonly proveOwner: ProveOwner,
    private readonly quotas: Quotas,
    private readonly jobs: JobQueue,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * A passkey opens the account for good: an open session alone adds none.
   * @param session token of the one that asks; the answer has to come in it
   * @throws ProblemError passkeys_off, quota_passkeys, not_signed_in, and what `ProveOwner` throws
   */
  async begin(
    context: RequestContext,
    proof: OwnerProof,
    session: string,
  ): Promise<NewPasskeyChallenge> {
    const { domain } = this.party;
    await this.proveOwner.execute(context, proof);
    await this.quotas.look(this.database.manager, context.userId, 'passkeys');
    const challenge = newToken();
    if (!(await this.challenges.insert(challenge, { session })))
      throw new ProblemError('not_signed_in');
    return { challenge, domain, known: await this.passkeys.list(context.userId) };
  }

  /**
   * The trail and a mail tell of it; the session has proved a second factor by it.
   * @throws ProblemError passkey_over, passkey_refused, passkey_known, quota_passkeys, not_signed_in
   */
  async complete(
    context: RequestContext,
    made: MadeAnswer & { readonly name: string },
    session: string,
  ): Promise<OwnPasskey> {
    const { userId } = context;
    const challenge = challengeIn(made.clientDataJson);
    // Of its own: it is over, whatever the answer is worth. A repetition of this request waits here for what comes of it.
    const isTaken = await this.database.transaction(userId, (manager) =>
      this.challenges.take(manager, challenge, { session }),
    );
    if (!isTaken) throw new ProblemError('passkey_over');
    const credential = await this.party.verifyMade(made, challenge);
    const name = made.name.trim();
    return this.database.transaction(userId, async (manager) => {
      // A new password takes the row of the person first, and ends sessions and passkeys: after it nothing is added.
      if (!(await this.users.lock(manager, userId))) throw new ProblemError('not_signed_in');
      if (!(await this.sessions.isOpen(manager, session))) throw new ProblemError('not_signed_in');
      await this.quotas.require(manager, userId, 'passkeys');
      const kept = await this.passkeys.insert(manager, userId, name, credential);
      if (kept === null) throw new ProblemError('passkey_known');
      await this.sessions.noteSecondFactor(manager, session);
      const subject = { type: 'passkey', id: kept.id };
      await this.audit.record(manager, context, 'account.passkey_added', subject, { name });
      const data = { context: { ...jobContextOf(context), organizationId: '' } };
      await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, { ...data, notice: 'passkey_added' });
      return kept;
    });
  }
}
