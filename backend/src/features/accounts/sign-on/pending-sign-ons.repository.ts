import { Injectable } from '@nestjs/common';
import { IsNull, Not, Raw, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { PlatformDatabase } from '../../../kernel';
import { PendingSignOnEntity } from '../entities/pending-sign-on.entity';
import { insertedInSession } from '../inserted-in-session';
import { hashOfToken } from '../session-tokens';
import type { NamedIdentity } from './linked-identities.repository';

/** How long somebody may take at the provider. */
export const AT_PROVIDER_MINUTES = 10;
/** Time to reset a forgotten password by mail. */
const UNPROVED_MINUTES = 30;

/** How long the cookie of a sign-in is kept, in either of its waits. */
export const SIGN_ON_SECONDS = UNPROVED_MINUTES * 60;

/** A sign-in that went to the provider. */
export interface BegunSignOn {
  /** Address of this site. */
  readonly returnTo: string;
  /** Hash of the session in which an identity is to be linked; null: somebody signs in. */
  readonly sessionHash: Buffer | null;
}

/** An identity that waits for the account with its address to be proved. */
export interface UnprovedIdentity extends NamedIdentity {
  readonly userId: string;
}

/** Sign-ins by the provider that are under way, each by the token of its browser. */
@Injectable()
export class PendingSignOnsRepository {
  constructor(private readonly database: PlatformDatabase) {}

  /**
   * @param session token of the one in which an identity is to be linked, if any
   * @returns false where that has ended meanwhile
   */
  begin(token: string, returnTo: string, session?: string): Promise<boolean> {
    return insertedInSession(
      this.database.manager.insert(PendingSignOnEntity, {
        tokenHash: hashOfToken(token),
        returnTo,
        sessionHash: session === undefined ? null : hashOfToken(session),
        expiresAt: () => `now() + interval '${AT_PROVIDER_MINUTES} minutes'`,
      }),
    );
  }

  /** @returns null where it is over, or somebody was faster: each comes back once */
  async takeBegun(token: string): Promise<BegunSignOn | null> {
    const waiting = { ...running(token), userId: IsNull() };
    return take(this.database.manager, waiting);
  }

  async keepUnproved(token: string, returnTo: string, identity: UnprovedIdentity): Promise<void> {
    await this.database.manager.insert(PendingSignOnEntity, {
      tokenHash: hashOfToken(token),
      returnTo,
      ...identity,
      expiresAt: () => `now() + interval '${UNPROVED_MINUTES} minutes'`,
    });
  }

  /** @returns null where it is over, or was taken before */
  async takeUnproved(manager: EntityManager, token: string): Promise<UnprovedIdentity | null> {
    const found = await take(manager, { ...running(token), userId: Not(IsNull()) });
    // By a constraint of the table all three are there.
    return found as UnprovedIdentity | null;
  }

  async forgetExpired(): Promise<void> {
    await this.database.manager.delete(PendingSignOnEntity, {
      expiresAt: Raw((column) => `${column} < now()`),
    });
  }
}

/** By the clock of the database, as everything that expires. */
const running = (token: string) => ({
  tokenHash: hashOfToken(token),
  expiresAt: Raw((column) => `${column} > now()`),
});

async function take(
  manager: EntityManager,
  which: FindOptionsWhere<PendingSignOnEntity>,
): Promise<PendingSignOnEntity | null> {
  const found = await manager.findOneBy(PendingSignOnEntity, which);
  if (found === null) return null;
  const { affected } = await manager.delete(PendingSignOnEntity, { tokenHash: found.tokenHash });
  return affected === 1 ? found : null;
}
