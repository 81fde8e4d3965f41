import { Injectable } from '@nestjs/common';
import type { Language, Role } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { PlatformDatabase, type Identity } from '../../kernel';
import { hashOfToken } from './session-tokens';

interface IdentityRow {
  readonly user_id: string;
  readonly name: string;
  readonly language: Language;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: PlatformDatabase) {}

  async insert(manager: EntityManager, token: string, userId: string, days: number): Promise<void> {
    await manager.query(
      `INSERT INTO sessions (token_hash, user_id, expires_at)
       VALUES ($1, $2, now() + make_interval(days => $3))`,
      [hashOfToken(token), userId, days],
    );
  }

  /** Who the token belongs to, with all roles; null when there is no such session or it has ended. */
  async find(token: string): Promise<Identity | null> {
    const [user] = await this.database.manager.query<IdentityRow[]>(
      `SELECT s.user_id, u.name, u.language FROM sessions s JOIN users u ON u.id = s.user_id
       WHERE s.token_hash = $1 AND s.expires_at > now()`,
      [hashOfToken(token)],
    );
    if (!user) return null;
    const memberships = await this.database.transaction(user.user_id, (manager) =>
      manager.query<{ organization_id: string; role: Role }[]>(
        'SELECT organization_id, role FROM memberships WHERE user_id = $1',
        [user.user_id],
      ),
    );
    return {
      userId: user.user_id,
      userName: user.name,
      language: user.language,
      roles: new Map(memberships.map(({ organization_id: id, role }) => [id, role])),
    };
  }

  async remove(token: string): Promise<void> {
    await this.database.manager.query('DELETE FROM sessions WHERE token_hash = $1', [
      hashOfToken(token),
    ]);
  }

  /** @param exceptToken the session that stays, if any */
  async removeAllOf(manager: EntityManager, userId: string, exceptToken?: string): Promise<void> {
    await manager.query(
      'DELETE FROM sessions WHERE user_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2)',
      [userId, exceptToken === undefined ? null : hashOfToken(exceptToken)],
    );
  }
}
