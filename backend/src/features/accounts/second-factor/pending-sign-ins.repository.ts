import { Injectable } from '@nestjs/common';
import { LessThan, Raw, type EntityManager } from 'typeorm';
import { PlatformDatabase } from '../../../kernel';
import { PendingSignInEntity } from '../entities/pending-sign-in.entity';
import { hashOfToken } from '../session-tokens';

const MINUTES = 10;
const MOST_TRIES = 5;

/** How long a sign-in waits for the second factor. */
export const PENDING_SECONDS = MINUTES * 60;

/** Sign-ins whose password was right and that wait for the second factor. */
@Injectable()
export class PendingSignInsRepository {
  constructor(private readonly database: PlatformDatabase) {}

  async insert(token: string, userId: string): Promise<void> {
    await this.database.manager.insert(PendingSignInEntity, {
      tokenHash: hashOfToken(token),
      userId,
      expiresAt: () => `now() + interval '${MINUTES} minutes'`,
    });
  }

  /**
   * One more try, counted before the code is looked at and whatever becomes of it.
   * @returns whose sign-in it is; null: there is none, it is over, or has been tried too often
   */
  async try(token: string): Promise<string | null> {
    const { raw } = await this.database.manager
      .createQueryBuilder()
      .update(PendingSignInEntity)
      .set({ tries: () => 'tries + 1' })
      .where({ ...waiting(token), tries: LessThan(MOST_TRIES) })
      .returning('user_id')
      .execute();
    const [row] = raw as { readonly user_id: string }[];
    return row?.user_id ?? null;
  }

  /** @returns false where it is over, or somebody was faster: it opens one session */
  async use(manager: EntityManager, token: string): Promise<boolean> {
    const { affected } = await manager.delete(PendingSignInEntity, waiting(token));
    return affected === 1;
  }

  async removeAllOf(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(PendingSignInEntity, { userId });
  }

  async forgetExpired(): Promise<void> {
    await this.database.manager.delete(PendingSignInEntity, {
      expiresAt: Raw((column) => `${column} < now()`),
    });
  }
}

/** By the clock of the database, as everything that expires. */
const waiting = (token: string) => ({
  tokenHash: hashOfToken(token),
  expiresAt: Raw((column) => `${column} > now()`),
});
