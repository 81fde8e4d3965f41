import { Injectable } from '@nestjs/common';
import { Raw, type EntityManager } from 'typeorm';
import { EmailChangeEntity } from './entities/email-change.entity';
import { EmailConfirmationEntity } from './entities/email-confirmation.entity';
import { PasswordResetEntity } from './entities/password-reset.entity';
import { hashOfToken } from './session-tokens';

/** Whose address a link confirms. */
interface ConfirmedAddress {
  readonly userId: string;
  readonly email: string;
}

/** Links that were mailed to people: to a new password, to confirm or to change an address. Only hashes of them are kept. */
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

  /** Begins a change of the address anew; a link of before ends. */
  async beginEmailChange(
    manager: EntityManager,
    { userId, email }: ConfirmedAddress,
    validHours: number,
  ): Promise<void> {
    await manager.delete(EmailChangeEntity, { userId });
    await manager.insert(EmailChangeEntity, {
      userId,
      email,
      tokenHash: null,
      expiresAt: () => `now() + interval '${validHours} hours'`,
    });
  }

  /** The address that a person waits for; null: none. */
  async pendingEmail(manager: EntityManager, userId: string): Promise<string | null> {
    const found = await manager.findOneBy(EmailChangeEntity, { userId, expiresAt: ahead() });
    return found?.email ?? null;
  }

  /** The newest link alone works. @returns false when nothing waits for it any more */
  async giveEmailChangeLink(
    manager: EntityManager,
    { userId, email }: ConfirmedAddress,
    token: string,
  ): Promise<boolean> {
    const waiting = { userId, email, expiresAt: ahead() };
    const { affected } = await manager.update(EmailChangeEntity, waiting, {
      tokenHash: hashOfToken(token),
    });
    return affected === 1;
  }

  /** Whose new address a link confirms; it works once. @returns null for an unknown or expired token */
  async useEmailChange(manager: EntityManager, token: string): Promise<ConfirmedAddress | null> {
    const link = { tokenHash: hashOfToken(token), expiresAt: ahead() };
    const found = await manager.findOneBy(EmailChangeEntity, link);
    if (found === null) return null;
    const { affected } = await manager.delete(EmailChangeEntity, link);
    return affected === 1 ? { userId: found.userId, email: found.email } : null;
  }

  async dropEmailChange(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(EmailChangeEntity, { userId });
  }

  async forgetExpired(manager: EntityManager): Promise<void> {
    await manager.delete(EmailChangeEntity, { expiresAt: over() });
    await manager.delete(EmailConfirmationEntity, { expiresAt: over() });
    await manager.delete(PasswordResetEntity, { expiresAt: over() });
  }
}

/** By the clock of the database, as everything that expires. */
const ahead = () => Raw((column) => `${column} > now()`);
const over = () => Raw((column) => `${column} < now()`);
