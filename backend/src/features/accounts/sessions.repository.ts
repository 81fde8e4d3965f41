import { Injectable } from '@nestjs/common';
import type { Language, Role } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { Config, PlatformDatabase, type Identity } from '../../kernel';
import { hashOfToken } from './session-tokens';

/** Minutes after which the use of a session is written down again. */
const touchMinutes = 5;

const SESSION = `SELECT s.user_id, u.name, u.language,
    s.last_used_at < now() - make_interval(mins => $3) AS is_stale
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = $1 AND s.expires_at > now()
    AND s.last_used_at > now() - make_interval(hours => $2)`;
const MEMBERSHIPS = 'SELECT organization_id, role FROM memberships WHERE user_id = $1';

interface IdentityRow {
  readonly user_id: string;
  readonly name: string;
  readonly language: Language;
  readonly is_stale: boolean;
}

/** Where a session was opened. */
export interface SessionPlace {
  readonly browser: string;
  readonly network: string;
}

export interface OwnSession extends SessionPlace {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly isCurrent: boolean;
}

@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly config: Config,
  ) {}

  async insert(
    manager: EntityManager,
    token: string,
    userId: string,
    { browser, network }: SessionPlace,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO sessions (token_hash, user_id, expires_at, browser, network)
       VALUES ($1, $2, now() + make_interval(days => $3), $4, $5)`,
      [hashOfToken(token), userId, this.config.sessionDays, browser, network],
    );
  }

  /**
   * Who the token belongs to, with all roles; null when there is no such session or it has ended. Its use is written
   * down every few minutes only.
   */
  async find(token: string): Promise<Identity | null> {
    const hash = hashOfToken(token);
    const [user] = await this.database.readSingle<IdentityRow>('', SESSION, [
      hash,
      this.config.sessionIdleHours,
      touchMinutes,
    ]);
    if (!user) return null;
    if (user.is_stale)
      await this.database.manager.query(
        `UPDATE sessions SET last_used_at = now()
         WHERE token_hash = $1 AND last_used_at < now() - make_interval(mins => $2)`,
        [hash, touchMinutes],
      );
    // Row-level security shows memberships only to whom they belong, who is known after the first answer.
    const memberships = await this.database.readSingle<{ organization_id: string; role: Role }>(
      user.user_id,
      MEMBERSHIPS,
      [user.user_id],
    );
    return {
      userId: user.user_id,
      userName: user.name,
      language: user.language,
      roles: new Map(memberships.map(({ organization_id: id, role }) => [id, role])),
    };
  }

  /** Those that have not ended, used last first. @param token of the session that asks */
  async list(userId: string, token: string): Promise<OwnSession[]> {
    return this.database.manager.query<OwnSession[]>(
      `SELECT id, browser, network, created_at AS "createdAt", last_used_at AS "lastUsedAt",
         token_hash = $2 AS "isCurrent"
       FROM sessions WHERE user_id = $1 AND expires_at > now()
         AND last_used_at > now() - make_interval(hours => $3)
       ORDER BY token_hash = $2 DESC, last_used_at DESC, id`,
      [userId, hashOfToken(token), this.config.sessionIdleHours],
    );
  }

  async remove(token: string): Promise<void> {
    await this.database.manager.query('DELETE FROM sessions WHERE token_hash = $1', [
      hashOfToken(token),
    ]);
  }

  /** @returns false where this person has no such session */
  async removeOne(userId: string, id: string): Promise<boolean> {
    const [, removed] = await this.database.manager.query<[unknown[], number]>(
      'DELETE FROM sessions WHERE user_id = $1 AND id = $2',
      [userId, id],
    );
    return removed === 1;
  }

  /** @param exceptToken the session that stays, if any */
  async removeAllOf(manager: EntityManager, userId: string, exceptToken?: string): Promise<void> {
    await manager.query(
      'DELETE FROM sessions WHERE user_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2)',
      [userId, exceptToken === undefined ? null : hashOfToken(exceptToken)],
    );
  }
}
