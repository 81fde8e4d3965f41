import { Injectable } from '@nestjs/common';
import type { Area, GrantedAreas } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { IsNull, Not, Raw, type EntityManager } from 'typeorm';
import { PlatformDatabase, type Identity, type RequestContext } from '../../../kernel';
import { AccessTokenEntity } from '../entities/access-token.entity';
import { SessionEntity } from '../entities/session.entity';
import {
  PeopleIdentitiesRepository,
  PROVED_PERSON,
  type ProvedPerson,
} from '../people-identities.repository';
import { placeOf } from '../place-of';
import { hashOfToken } from '../session-tokens';

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

const TOKEN = `SELECT t.id AS session_id, ${PROVED_PERSON}, t.name AS token_name, t.readable,
    t.writable, t.limited_to, t.last_used_on IS DISTINCT FROM ${TODAY}
      OR ($2 <> '' AND t.last_network <> $2) AS is_stale
  FROM access_tokens t JOIN users u ON u.id = t.user_id
  WHERE t.token_hash = $1 AND t.expires_at > now()`;

interface TokenRow extends ProvedPerson {
  readonly token_name: string;
  readonly readable: Area[];
  readonly writable: Area[];
  readonly limited_to: string | null;
  readonly is_stale: boolean;
}

/** An access token that is to be; who may do what with it. */
export interface NewAccessToken extends GrantedAreas {
  readonly name: string;
  readonly limitedTo: string | null;
  readonly days: number;
}

/** What the owner of an access token sees of it. */
export type OwnAccessToken = Omit<AccessTokenEntity, 'tokenHash' | 'userId'>;

/** Personal access tokens. Only their hashes are kept. */
@Injectable()
export class AccessTokensRepository {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly people: PeopleIdentitiesRepository,
  ) {}

  /** It proves a second factor where the session proves one in which it is made. */
  async insert(
    manager: EntityManager,
    token: string,
    { userId, sessionId }: Pick<RequestContext, 'userId' | 'sessionId'>,
    { name, readable, writable, limitedTo, days }: NewAccessToken,
  ): Promise<OwnAccessToken> {
    const id = randomUUID();
    const hasSecondFactor =
      sessionId !== undefined &&
      (await manager.existsBy(SessionEntity, { id: sessionId, secondFactorAt: Not(IsNull()) }));
    await manager.insert(AccessTokenEntity, {
      ...{ id, userId, name, limitedTo, readable: [...readable], writable: [...writable] },
      hasSecondFactor,
      tokenHash: hashOfToken(token),
      expiresAt: () => `now() + interval '${days} days'`,
    });
    return manager.findOneByOrFail(AccessTokenEntity, { id });
  }

  /** Those that have not ended, newest first. */
  list(userId: string): Promise<OwnAccessToken[]> {
    return this.database.manager.find(AccessTokenEntity, {
      where: { userId, expiresAt: Raw((at) => `${at} > now()`) },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
  }

  /**
   * Who asks by the token, as far as it opens; null where there is none or it has ended. Day and coarse place of its use
   * are written down.
   */
  async find(token: string, address: string | undefined): Promise<Identity | null> {
    const network = placeOf(address);
    const [found] = await this.database.readSingle<TokenRow>('', TOKEN, [
      hashOfToken(token),
      network,
    ]);
    if (!found) return null;
    if (found.is_stale)
      await this.database.manager.update(
        AccessTokenEntity,
        { id: found.session_id },
        { lastUsedOn: () => TODAY, lastNetwork: network },
      );
    const { token_name: name, readable, writable, limited_to: limitedTo } = found;
    return this.people.of(found, { name, readable, writable, limitedTo });
  }

  /** @returns the name of the token, null where this person has no such one */
  async remove(manager: EntityManager, userId: string, id: string): Promise<string | null> {
    const found = await manager.findOneBy(AccessTokenEntity, { userId, id });
    const { affected } = await manager.delete(AccessTokenEntity, { userId, id });
    return affected === 1 ? (found?.name ?? null) : null;
  }

  async removeAllOf(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(AccessTokenEntity, { userId });
  }

  /** Those that prove no second factor: made without one. */
  async removeUnproved(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(AccessTokenEntity, { userId, hasSecondFactor: false });
  }

  async forgetEnded(): Promise<void> {
    await this.database.manager.delete(AccessTokenEntity, {
      expiresAt: Raw((at) => `${at} < now()`),
    });
  }
}
