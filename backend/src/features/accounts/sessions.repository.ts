import { Injectable } from '@nestjs/common';
import { Not, Raw, type EntityManager } from 'typeorm';
import { Config, PlatformDatabase, type Identity } from '../../kernel';
import { AccessTokenEntity } from './entities/access-token.entity';
import { SessionEntity } from './entities/session.entity';
import {
  PeopleIdentitiesRepository,
  PROVED_PERSON,
  type ProvedPerson,
} from './people-identities.repository';
import { hashOfToken } from './session-tokens';

/** Minutes after which the use of a session is written down again. */
const touchMinutes = 5;

const SESSION = `SELECT s.id AS session_id, ${PROVED_PERSON},
    s.last_used_at < now() - make_interval(mins => $3) AS is_stale
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = $1 AND s.expires_at > now()
    AND s.last_used_at > now() - make_interval(hours => $2)`;

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

/** SQL finds whose a token is, with all roles: every request asks, and it is measured. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly config: Config,
    private readonly people: PeopleIdentitiesRepository,
  ) {}

  /** @param isProven whether the person has just proved a second factor */
  async insert(
    manager: EntityManager,
    token: string,
    userId: string,
    { browser, network }: SessionPlace,
    isProven = false,
  ): Promise<void> {
    await manager.insert(SessionEntity, {
      tokenHash: hashOfToken(token),
      userId,
      expiresAt: () => `now() + interval '${this.config.sessionDays} days'`,
      browser,
      network,
      secondFactorAt: isProven ? () => 'now()' : null,
    });
  }

  /** Whether the session of this token goes on. */
  isOpen(manager: EntityManager, token: string): Promise<boolean> {
    const expiresAt = Raw((at) => `${at} > now()`);
    return manager.existsBy(SessionEntity, { tokenHash: hashOfToken(token), expiresAt });
  }

  /** @param token of the session in which a second factor was just proved */
  async noteSecondFactor(manager: EntityManager, token: string): Promise<void> {
    await manager.update(
      SessionEntity,
      { tokenHash: hashOfToken(token) },
      { secondFactorAt: () => 'now()' },
    );
  }

  /** The person has no second factor any more: what sessions proved, and tokens made in them, counts no longer. */
  async forgetSecondFactor(manager: EntityManager, userId: string): Promise<void> {
    await manager.update(SessionEntity, { userId }, { secondFactorAt: null });
    await manager.update(AccessTokenEntity, { userId }, { hasSecondFactor: false });
  }

  /**
   * Who the token belongs to, with all roles; null when there is no such session or it has ended. Its use is written
   * down every few minutes only.
   */
  async find(token: string): Promise<Identity | null> {
    const hash = hashOfToken(token);
    const [user] = await this.database.readSingle<ProvedPerson & { is_stale: boolean }>(
      '',
      SESSION,
      [hash, this.config.sessionIdleHours, touchMinutes],
    );
    if (!user) return null;
    if (user.is_stale)
      await this.database.manager.update(
        SessionEntity,
        {
          tokenHash: hash,
          lastUsedAt: Raw((at) => `${at} < now() - interval '${touchMinutes} minutes'`),
        },
        { lastUsedAt: () => 'now()' },
      );
    return this.people.of(user, null);
  }

  /** Those that have not ended: the one that asks, by its token, then those used last. */
  async list(userId: string, token: string): Promise<OwnSession[]> {
    const idle = `${this.config.sessionIdleHours} hours`;
    const found = await this.database.manager.find(SessionEntity, {
      where: {
        userId,
        expiresAt: Raw((at) => `${at} > now()`),
        lastUsedAt: Raw((at) => `${at} > now() - interval '${idle}'`),
      },
      order: { lastUsedAt: 'DESC', id: 'ASC' },
    });
    const own = hashOfToken(token);
    const sessions = found.map(({ id, browser, network, createdAt, lastUsedAt, tokenHash }) => ({
      ...{ id, browser, network, createdAt, lastUsedAt },
      isCurrent: tokenHash.equals(own),
    }));
    return sessions.sort((left, right) => Number(right.isCurrent) - Number(left.isCurrent));
  }

  async remove(token: string): Promise<void> {
    await this.database.manager.delete(SessionEntity, { tokenHash: hashOfToken(token) });
  }

  /** @returns false where this person has no such session */
  async removeOne(manager: EntityManager, userId: string, id: string): Promise<boolean> {
    const { affected } = await manager.delete(SessionEntity, { userId, id });
    return affected === 1;
  }

  /** @param exceptToken the session that stays, if any */
  async removeAllOf(manager: EntityManager, userId: string, exceptToken?: string): Promise<void> {
    await manager.delete(SessionEntity, {
      userId,
      ...(exceptToken === undefined ? {} : { tokenHash: Not(hashOfToken(exceptToken)) }),
    });
  }

  /** Those whose time is over, and those that nobody used for too long; neither counts any more already before. */
  async forgetEnded(): Promise<void> {
    const unused = `${this.config.sessionIdleHours} hours`;
    await this.database.manager.delete(SessionEntity, [
      { expiresAt: Raw((column) => `${column} < now()`) },
      { lastUsedAt: Raw((column) => `${column} < now() - interval '${unused}'`) },
    ]);
  }
}
