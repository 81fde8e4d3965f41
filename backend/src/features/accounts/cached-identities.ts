import { Injectable } from '@nestjs/common';
import { Identities, isAccessToken, type Identity } from '../../kernel';
import { SessionsRepository } from './sessions.repository';
import { AccessTokensRepository } from './tokens/access-tokens.repository';

/** Nothing is remembered for longer, even where news of a change should get lost. */
const keepMilliseconds = 15_000;
const mostKept = 10_000;

interface Kept {
  readonly identity: Promise<Identity | null>;
  readonly until: number;
  /** The person's id, as soon as it is known. */
  who?: string;
}

/**
 * Remembers who a session or an access token belongs to for some seconds, so that a read costs no round trip for it; only
 * while this process hears of changes that others make.
 */
@Injectable()
export class CachedIdentities extends Identities {
  private readonly kept = new Map<string, Kept>();
  private hearsOfChanges = false;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly accessTokens: AccessTokensRepository,
  ) {
    super();
  }

  find(token: string, address?: string): Promise<Identity | null> {
    const now = Date.now();
    const found = this.kept.get(token);
    if (found && found.until > now) return found.identity;
    const identity = isAccessToken(token)
      ? this.accessTokens.find(token, address)
      : this.sessions.find(token);
    if (!this.hearsOfChanges) return identity;
    if (this.kept.size >= mostKept) this.kept.clear();
    const kept: Kept = { identity, until: now + keepMilliseconds };
    this.kept.set(token, kept);
    // Neither a failed look-up nor an unknown token is worth remembering.
    identity.then(
      (person) => {
        if (person === null) this.forget(token);
        else kept.who = person.userId;
      },
      () => this.forget(token),
    );
    return identity;
  }

  findNow(token: string, address?: string): Promise<Identity | null> {
    this.forget(token);
    return this.find(token, address);
  }

  /** A session has ended. */
  forget(token: string): void {
    this.kept.delete(token);
  }

  /** Sessions, tokens, roles, grants or the name of a person have changed: their next request asks again. */
  forgetPerson(userId: string): void {
    // Whoever is just being looked up might be this person, as they were before.
    for (const [token, { who }] of this.kept)
      if (who === undefined || who === userId) this.kept.delete(token);
  }

  /** Whether news of changes reaches this process; without it every request asks the database. */
  listen(isHeard: boolean): void {
    this.hearsOfChanges = isHeard;
    this.kept.clear();
  }
}
