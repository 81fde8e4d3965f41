import { Injectable } from '@nestjs/common';
import type { AnyRole, Language, OrganizationKind } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { PlatformDatabase } from '../../kernel';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** A person as the own account shows them. */
export interface OwnUser extends User {
  readonly isEmailConfirmed: boolean;
}

export interface UserWithPassword extends OwnUser {
  readonly passwordHash: string;
}

/** A person's place in one organization. */
export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
  readonly isSample: boolean;
}

const columns = `id, email, name, language, password_hash AS "passwordHash",
  email_confirmed_at IS NOT NULL AS "isEmailConfirmed"`;

@Injectable()
export class UsersRepository {
  constructor(private readonly database: PlatformDatabase) {}

  /** @returns false when the address is taken */
  async insert(
    manager: EntityManager,
    user: Omit<UserWithPassword, 'isEmailConfirmed'>,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO users (id, email, name, language, password_hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (email) DO NOTHING RETURNING id`,
      [user.id, user.email, user.name, user.language, user.passwordHash],
    );
    return rows.length === 1;
  }

  /** @param email as `normalEmail` writes it */
  async findByEmail(email: string): Promise<UserWithPassword | null> {
    const [user] = await this.database.manager.query<UserWithPassword[]>(
      `SELECT ${columns} FROM users WHERE email = $1`,
      [email],
    );
    return user ?? null;
  }

  async find(id: string): Promise<UserWithPassword | null> {
    const [user] = await this.database.manager.query<UserWithPassword[]>(
      `SELECT ${columns} FROM users WHERE id = $1`,
      [id],
    );
    return user ?? null;
  }

  /** Links to a new password that are on their way end too. */
  async setPassword(manager: EntityManager, id: string, passwordHash: string): Promise<void> {
    await manager.query('UPDATE users SET password_hash = $2, updated_at = now() WHERE id = $1', [
      id,
      passwordHash,
    ]);
    await manager.query('DELETE FROM password_resets WHERE user_id = $1', [id]);
  }

  /** The person has read a mail at this address; nothing happens where the account has another one by now. */
  async confirmEmail(manager: EntityManager, id: string, email: string): Promise<void> {
    await manager.query(
      `UPDATE users SET email_confirmed_at = now()
       WHERE id = $1 AND email = $2 AND email_confirmed_at IS NULL`,
      [id, email],
    );
  }

  async change(
    id: string,
    change: { readonly name?: string | undefined; readonly language?: Language | undefined },
  ): Promise<void> {
    await this.database.manager.query(
      `UPDATE users SET name = COALESCE($2, name), language = COALESCE($3, language),
         updated_at = now() WHERE id = $1`,
      [id, change.name ?? null, change.language ?? null],
    );
  }

  /** Where a person belongs, by name; samples after what is real, and in the order of their ids. */
  async memberships(userId: string): Promise<Membership[]> {
    return this.database.transaction(userId, (manager) =>
      manager.query<Membership[]>(
        `SELECT m.organization_id AS "organizationId", o.name AS "organizationName", o.kind, m.role,
           o.is_sample AS "isSample"
         FROM memberships m JOIN organizations o ON o.id = m.organization_id
         WHERE m.user_id = $1
         ORDER BY o.is_sample, CASE WHEN o.is_sample THEN o.id END, o.name, o.id`,
        [userId],
      ),
    );
  }
}
