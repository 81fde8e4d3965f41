import { Injectable } from '@nestjs/common';
import type { Language } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import {
  Config,
  Identities,
  PlatformAudit,
  PlatformDatabase,
  platformPermissions,
  ProblemError,
} from '../../../kernel';
import { flowSecretsOf } from '../sign-on/flow-secrets';
import { LinkedIdentitiesRepository } from '../sign-on/linked-identities.repository';
import { PendingSignOnsRepository, type BegunSignOn } from '../sign-on/pending-sign-ons.repository';
import { SignOnProvider, type ProvedIdentity } from '../sign-on/sign-on-provider';
import { hashOfToken, newToken } from '../session-tokens';
import { UsersRepository, type User } from '../users.repository';
import { LinkIdentity } from './link-identity';

interface SignOnAnswer {
  /** With which the browser came back, as it stands in the address. */
  readonly query: string;
  /** Of the sign-in, in this browser. */
  readonly token: string;
  readonly session: string | undefined;
  /** Of an account that is made. */
  readonly language: Language;
  readonly correlationId: string;
}

/** Who is to be signed in; or the token of an identity that waits for its account to be proved; or an identity was linked. */
export type EndedSignOn =
  { readonly user: User } | { readonly unproved: string } | { readonly linkedTo: User };

/** Somebody is back from the provider. An account is never taken by its address alone. */
@Injectable()
export class EndSignOn {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly config: Config,
    private readonly provider: SignOnProvider,
    private readonly pending: PendingSignOnsRepository,
    private readonly identities: LinkedIdentitiesRepository,
    private readonly users: UsersRepository,
    private readonly running: Identities,
    private readonly linking: LinkIdentity,
    private readonly audit: PlatformAudit,
  ) {}

  /** What this browser began; it ends with it, however it ends. @returns null: nothing that still runs */
  take(token: string): Promise<BegunSignOn | null> {
    return this.pending.takeBegun(token);
  }

  /**
   * @throws ProblemError sign_on_over, sign_on_denied, sign_on_failed, sign_on_stale, sign_on_unreachable, sign_on_unverified,
   *   sign_on_no_account, identity_taken, identity_linked
   */
  async execute(begun: BegunSignOn, answer: SignOnAnswer): Promise<EndedSignOn> {
    const isFresh = begun.sessionHash !== null;
    const secrets = flowSecretsOf(answer.token);
    const identity = await this.provider.end(answer.query, secrets, isFresh);
    const owner = await this.identities.ownerOf(identity);
    if (begun.sessionHash !== null) {
      const user = await this.userOfSession(begun.sessionHash, answer.session);
      if (owner !== null && owner !== user.id) throw new ProblemError('identity_taken');
      const { session = '', correlationId } = answer;
      if (owner === null && !(await this.linking.link(user, identity, session, correlationId)))
        throw new ProblemError('identity_linked');
      return { linkedTo: user };
    }
    const known = owner === null ? null : await this.users.find(owner);
    if (known !== null) return { user: known };
    if (identity.email === null) throw new ProblemError('sign_on_unverified');
    const user = await this.users.findByEmail(identity.email);
    if (user === null) return { user: await this.register(identity, identity.email, answer) };
    return { unproved: await this.wait(user, identity, begun.returnTo) };
  }

  /** The session that asked for the link is still the one of this browser. @throws ProblemError sign_on_over */
  private async userOfSession(asked: Buffer, token: string | undefined): Promise<User> {
    const isSame = token !== undefined && hashOfToken(token).equals(asked);
    const person = isSame ? await this.running.findNow(token) : null;
    const user = person && (await this.users.find(person.userId));
    if (!user) throw new ProblemError('sign_on_over');
    return user;
  }

  private async wait(user: User, identity: ProvedIdentity, returnTo: string): Promise<string> {
    const { issuer, subject, toldAs } = identity;
    if ((await this.identities.of(user.id, issuer)) !== null)
      throw new ProblemError('identity_linked');
    const token = newToken();
    await this.pending.keepUnproved(token, returnTo, { userId: user.id, issuer, subject, toldAs });
    return token;
  }

  /** An account without a password; the provider has proved its address. Of two at once one makes it. */
  private async register(
    identity: ProvedIdentity,
    email: string,
    { language, correlationId }: SignOnAnswer,
  ): Promise<User> {
    // Who may do what on the platform is not for the provider to say: those register, and read a mail.
    const isNamed = platformPermissions(this.config, { email, isEmailConfirmed: true }).length > 0;
    if (this.config.signOn?.makesAccounts !== true || isNamed)
      throw new ProblemError('sign_on_no_account');
    const name = identity.name || email.slice(0, email.indexOf('@'));
    const user = { id: randomUUID(), email, name, language };
    await this.database.transaction(user.id, async (manager) => {
      const isNew = await this.users.insert(manager, { ...user, passwordHash: null });
      if (!isNew) throw new ProblemError('sign_on_over');
      await this.users.confirmEmail(manager, user.id, email);
      const actor = { userId: user.id, userName: name, correlationId };
      const subject = { type: 'account', id: user.id };
      await this.audit.record(manager, actor, 'account.registered', subject);
      // The mail tells whose address it is.
      if (!(await this.linking.linkWithin(manager, user, identity, correlationId)))
        throw new ProblemError('sign_on_over');
    });
    return user;
  }
}
