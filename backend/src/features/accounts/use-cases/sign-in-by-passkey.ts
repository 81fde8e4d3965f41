import { Injectable } from '@nestjs/common';
import { PlatformDatabase, ProblemError } from '../../../kernel';
import { PasskeyChallengesRepository } from '../passkeys/passkey-challenges.repository';
import { PasskeysRepository } from '../passkeys/passkeys.repository';
import { challengeIn, RelyingParty, type UsedAnswer } from '../passkeys/relying-party';
import { newToken } from '../session-tokens';
import { SessionsRepository, type SessionPlace } from '../sessions.repository';
import { UsersRepository, type User } from '../users.repository';

interface PasskeyAnswer {
  /** What this browser holds since it asked for the challenge. */
  readonly browser: string | undefined;
  readonly answer: UsedAnswer;
  /** The account that is meant, where it is known. */
  readonly userId?: string | undefined;
  readonly place: SessionPlace;
}

/** A passkey signs in by itself: it is something that the person has, and was opened by something that they know or are. */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly passkeys: PasskeysRepository,
    private readonly challenges: PasskeyChallengesRepository,
    private readonly party: RelyingParty,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * @param known what this browser holds already: each of its pages may have a challenge of its own
   * @throws ProblemError passkeys_off
   */
  async begin(
    known: string | undefined,
  ): Promise<{ browser: string; challenge: string; domain: string }> {
    const { domain } = this.party;
    const browser = known || newToken();
    const challenge = newToken();
    await this.challenges.insert(challenge, { browser });
    return { browser, challenge, domain };
  }

  /**
   * @returns the token of the session, which has proved a second factor, and whose it is
   * @throws ProblemError passkey_over, passkey_unknown, passkey_refused, passkey_of_other
   */
  async complete({
    browser = '',
    answer,
    userId,
    place,
  }: PasskeyAnswer): Promise<{ token: string; user: User }> {
    const challenge = challengeIn(answer.clientDataJson);
    const { manager: single } = this.database;
    if (!(await this.challenges.take(single, challenge, { browser })))
      throw new ProblemError('passkey_over');
    const passkey = await this.passkeys.findByCredential(answer.credentialId);
    const user = passkey && (await this.users.find(passkey.userId));
    if (!passkey || !user) throw new ProblemError('passkey_unknown');
    const use = await this.party.verifyUsed(answer, passkey, challenge);
    if (userId !== undefined && userId !== user.id) throw new ProblemError('passkey_of_other');
    const token = newToken();
    await this.database.transaction(user.id, async (manager) => {
      if (!(await this.passkeys.use(manager, passkey, use)))
        throw new ProblemError('passkey_refused');
      await this.sessions.insert(manager, token, user.id, place, true);
    });
    return { token, user };
  }
}
