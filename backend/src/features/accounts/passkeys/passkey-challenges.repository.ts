import { Injectable } from '@nestjs/common';
import { Raw, type EntityManager } from 'typeorm';
import { PlatformDatabase } from '../../../kernel';
import { PasskeyChallengeEntity } from '../entities/passkey-challenge.entity';
import { insertedInSession } from '../inserted-in-session';
import { hashOfToken } from '../session-tokens';

const MINUTES = 10;

/** How long a challenge waits for its answer. */
export const CHALLENGE_SECONDS = MINUTES * 60;

/** Who alone may answer: the session in which its person adds a passkey, or the browser in which somebody signs in; by their tokens. */
type Answerer = { readonly session: string } | { readonly browser: string };

/** Challenges that wait for the answer of a passkey. Only hashes are kept. */
@Injectable()
export class PasskeyChallengesRepository {
  constructor(private readonly database: PlatformDatabase) {}

  /** @returns false where the session has ended meanwhile */
  insert(challenge: string, answerer: Answerer): Promise<boolean> {
    return insertedInSession(
      this.database.manager.insert(PasskeyChallengeEntity, {
        challengeHash: hashOfToken(challenge),
        ...hashesOf(answerer),
        expiresAt: () => `now() + interval '${MINUTES} minutes'`,
      }),
    );
  }

  /** It is over with this, whatever the answer is worth. @returns false where it is over already, or somebody else's */
  async take(manager: EntityManager, challenge: string, answerer: Answerer): Promise<boolean> {
    const { affected } = await manager.delete(PasskeyChallengeEntity, {
      challengeHash: hashOfToken(challenge),
      ...hashesOf(answerer),
      expiresAt: Raw((column) => `${column} > now()`),
    });
    return affected === 1;
  }

  async forgetExpired(): Promise<void> {
    await this.database.manager.delete(PasskeyChallengeEntity, {
      expiresAt: Raw((column) => `${column} < now()`),
    });
  }
}

const hashesOf = (answerer: Answerer) =>
  'session' in answerer
    ? { sessionHash: hashOfToken(answerer.session) }
    : { browserHash: hashOfToken(answerer.browser) };
