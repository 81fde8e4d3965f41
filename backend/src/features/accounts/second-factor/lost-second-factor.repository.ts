import { randomUUID } from 'node:crypto';
import { PlatformAudit, type PlatformDatabase } from '../../../kernel';
import { AccessTokenEntity } from '../entities/access-token.entity';
import { PendingSignInEntity } from '../entities/pending-sign-in.entity';
import { SecondFactorEntity } from '../entities/second-factor.entity';
import { SessionEntity } from '../entities/session.entity';
import { UserEntity } from '../entities/user.entity';

interface Order {
  /** Who does it, in words: whoever runs a command is not signed in. */
  readonly by: string;
  readonly reason: string;
}

/**
 * Somebody has lost phone and recovery codes: the password alone opens the account again, and every session ends. Written
 * to the trail of the platform, with who did it and why.
 * @param email as `normalEmail` writes it
 */
export function takeOffSecondFactor(
  database: PlatformDatabase,
  email: string,
  { by, reason }: Order,
): Promise<'done' | 'unknown_address' | 'no_second_factor'> {
  return database.transaction('', async (manager) => {
    const user = await manager.findOneBy(UserEntity, { email });
    if (user === null) return 'unknown_address';
    const { id: userId } = user;
    const { affected } = await manager.delete(SecondFactorEntity, { userId });
    if (affected !== 1) return 'no_second_factor';
    await manager.delete(PendingSignInEntity, { userId });
    await manager.delete(SessionEntity, { userId });
    await manager.update(AccessTokenEntity, { userId }, { hasSecondFactor: false });
    const actor = { userId: '', userName: by, correlationId: randomUUID() };
    const subject = { type: 'account', id: userId };
    const action = 'account.second_factor_taken_off';
    await new PlatformAudit().record(manager, actor, action, subject, { reason });
    return 'done';
  });
}
