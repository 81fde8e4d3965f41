import { Injectable } from '@nestjs/common';
import { Raw, type EntityManager } from 'typeorm';
import { EmailConfirmationEntity } from './entities/email-confirmation.entity';
import { PasswordResetEntity } from './entities/password-reset.entity';
import { hashOfToken } from './session-tokens';

/** Whose address a link confirms. */
interface ConfirmedAddress {
  readonly userId: string;
  readonly email: string;
}

/** Links that were mailed to people: to a new password, and to confirm an address. Only hashes of them are kept. */
@Injectable()
export class MailedLinksRepository {
  /** The newest link to a new password alone works. */
  async insertReset(
    manager: EntityManager,
    token: string,
    userId: string,
    validMinutes: number,
  ): Promise<void> {
    await manager.delete(PasswordResetEntity, { userId });
    await manager.insert(PasswordResetEntity, {
      tokenHash: hashOfToken(token),
      userId,
      expiresAt: () => `now() + interval '${validMinutes} minutes'`,
    });
  }

  /** Whose reset a token is; it stays as it is. @returns null for an unknown or expired token */
  async ownerOfReset(manager: EntityManager, token: string): Promise<string | null> {
    const found = await manager.findOneBy(PasswordResetEntity, {
      tokenHash: hashOfToken(token),
      expiresAt: ahead(),
    });
    return found?.userId ?? null;
  }

  /** Whose reset a token is; ends all resets of that person. @returns null for an unknown or expired token */
  async useReset(manager: EntityManager, token: string): Promise<string | null> {
    const userId = await this.ownerOfReset(manager, token);
    if (userId === null) return null;
    const { affected } = await manager.delete(PasswordResetEntity, { userId });
    return affected ? userId : null;
  }

  async insertConfirmation(
    manager: EntityManager,
    token: string,
    { userId, email }: ConfirmedAddress,
    validDays: number,
  ): Promise<void> {
    await manager.insert(EmailConfirmationEntity, {
      tokenHash: hashOfToken(token),
      userId,
      email,
      expiresAt: () => `now() + interval '${validDays} days'`,
    });
  }

  /** Whose address a link confirms; ends all links of that person. @returns null for an unknown or expired token */
  async useConfirmation(manager: EntityManager, token: string): Promise<ConfirmedAddress | null> {
    const found = await manager.findOneBy(EmailConfirmationEntity, {
      tokenHash: hashOfToken(token),
      expiresAt: ahead(),
    });
    if (found === null) return null;
    await manager.delete(EmailConfirmationEntity, { userId: found.userId });
    return { userId: found.userId, email: found.email };
  }

  async forgetExpired(manager: EntityManager): Promise<void> {
    await manager.delete(EmailConfirmationEntity, { expiresAt: over() });
    await manager.delete(PasswordResetEntity, { expiresAt: over() });
  }
}

/** By the clock of the database, as everything that expires. */
const ahead = () => Raw((column) => `${column} > now()`);
const over = () => Raw((column) => `${column} < now()`);
