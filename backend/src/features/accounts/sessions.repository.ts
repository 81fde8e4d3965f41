import { Injectable } from '@nestjs/common';
import type { AnyRole, Area, Language, OrganizationKind } from '@liangxing/contracts';
import { Not, Raw, type EntityManager } from 'typeorm';
import {
  platformPermissions,
  Config,
  PlatformDatabase,
  type GrantedEntry,
  type Identity,
  type Membership,
} from '../../kernel';
import { SessionEntity } from './entities/session.entity';
import { hashOfToken } from './session-tokens';

/** Minutes after which the use of a session is written down again. */
const touchMinutes = 5;

const SESSION = `SELECT s.id AS session_id, s.user_id, u.name, u.language, u.email,
    u.email_confirmed_at IS NOT NULL AS is_email_confirmed,
    s.last_used_at < now() - make_interval(mins => $3) AS is_stale
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = $1 AND s.expires_at > now()
    AND s.last_used_at > now() - make_interval(hours => $2)`;
const MEMBERSHIPS =
  'SELECT organization_id, organization_kind AS kind, role FROM memberships WHERE user_id = $1';
const GRANTS = 'SELECT * FROM app.grants_of_person()';

interface IdentityRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly language: Language;
  readonly email: string;
  readonly is_email_confirmed: boolean;
  readonly is_stale: boolean;
}

interface MembershipRow {
  readonly organization_id: string;
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
}

interface GrantRow {
  readonly id: string;
  readonly data_id: string;
  readonly acting_id: string;
  readonly readable: Area[];
  readonly writable: Area[];
  readonly ends_at: Date;
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

/** SQL finds whose a token is, with all roles: every request asks, and it is measured. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly config: Config,
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

  /** @param token of the session in which a second factor was just proved */
  async noteSecondFactor(manager: EntityManager, token: string): Promise<void> {
    await manager.update(
      SessionEntity,
      { tokenHash: hashOfToken(token) },
      { secondFactorAt: () => 'now()' },
    );
  }

  /** The person has no second factor any more: what sessions proved counts no longer. */
  async forgetSecondFactor(manager: EntityManager, userId: string): Promise<void> {
    await manager.update(SessionEntity, { userId }, { secondFactorAt: null });
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
      await this.database.manager.update(
        SessionEntity,
        {
          tokenHash: hash,
          lastUsedAt: Raw((at) => `${at} < now() - interval '${touchMinutes} minutes'`),
        },
        { lastUsedAt: () => 'now()' },
      );
    // Row-level security shows memberships only to whom they belong, who is known after the first answer.
    const rows = await this.database.readSingle<MembershipRow>(user.user_id, MEMBERSHIPS, [
      user.user_id,
    ]);
    const memberships = new Map(
      rows.map(({ organization_id: id, kind, role }) => [id, { kind, role }]),
    );
    return {
      userId: user.user_id,
      sessionId: user.session_id,
      userName: user.name,
      language: user.language,
      memberships,
      grants: await this.grantsOf(user.user_id, memberships),
      platform: new Set(
        platformPermissions(this.config, {
          email: user.email,
          isEmailConfirmed: user.is_email_confirmed,
        }),
      ),
    };
  }

  /** Only who belongs to another kind of organization than an enterprise works on the data of others. */
  private async grantsOf(
    userId: string,
    memberships: ReadonlyMap<string, Membership>,
  ): Promise<ReadonlyMap<string, GrantedEntry>> {
    if ([...memberships.values()].every(({ kind }) => kind === 'enterprise')) return new Map();
    const rows = await this.database.readSingle<GrantRow>(userId, GRANTS, []);
    return new Map(
      rows.flatMap(({ id, data_id, acting_id, readable, writable, ends_at }) => {
        const membership = memberships.get(acting_id);
        if (!membership) return [];
        const grant = { id, readable, writable, until: ends_at };
        return [[data_id, { ...membership, actingId: acting_id, grant }] as const];
      }),
    );
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
