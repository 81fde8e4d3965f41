import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { PlatformDatabase, queryRows, updateVersion } from '../../../kernel';
import { PasskeyEntity } from '../entities/passkey.entity';
import type { Credential, ProvedUse } from './relying-party';

/** A passkey as its owner sees it. */
export type OwnPasskey = Pick<
  PasskeyEntity,
  'id' | 'name' | 'version' | 'createdAt' | 'lastUsedAt' | 'isSynced' | 'isBackedUp'
>;

/** By which keys people sign in. */
@Injectable()
export class PasskeysRepository {
  constructor(private readonly database: PlatformDatabase) {}

  /** Oldest first. */
  list(userId: string): Promise<PasskeyEntity[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return this.database.manager.find(PasskeyEntity, { where: { userId }, order });
  }

  /** @returns null: this person has none of this id */
  find(manager: EntityManager, userId: string, id: string): Promise<PasskeyEntity | null> {
    return manager.findOneBy(PasskeyEntity, { userId, id });
  }

  /** Whether they are the only second factor of a person, and the session has proved none. SQL asks three tables at once. */
  async areAskedFor(userId: string, sessionId: string | null): Promise<boolean> {
    const [row] = await queryRows<{ asked: boolean }>(
      this.database.manager,
      `SELECT EXISTS (SELECT FROM passkeys WHERE user_id = $1)
         AND NOT EXISTS (SELECT FROM second_factors WHERE user_id = $1 AND enabled_at IS NOT NULL)
         AND NOT EXISTS (SELECT FROM sessions WHERE id = $2 AND user_id = $1 AND second_factor_at IS NOT NULL) AS asked`,
      [userId, sessionId],
    );
    return row?.asked ?? false;
  }

  /** Whosever it is. @param credentialId in base64url */
  findByCredential(credentialId: string): Promise<PasskeyEntity | null> {
    const bytes = Buffer.from(credentialId, 'base64url');
    return this.database.manager.findOneBy(PasskeyEntity, { credentialId: bytes });
  }

  /** @returns null where it is somebody's already */
  async insert(
    manager: EntityManager,
    userId: string,
    name: string,
    { credentialId, publicKey, counter, transports, isSynced, isBackedUp }: Credential,
  ): Promise<OwnPasskey | null> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(PasskeyEntity)
      .values({
        ...{ userId, name, isSynced, isBackedUp, transports: [...transports] },
        credentialId: Buffer.from(credentialId, 'base64url'),
        publicKey: Buffer.from(publicKey),
        counter: String(counter),
      })
      .orIgnore()
      .returning(['id'])
      .execute();
    const [row] = raw as { readonly id: string }[];
    return row === undefined ? null : manager.findOneBy(PasskeyEntity, { id: row.id });
  }

  /**
   * The count of uses is compared once more in the statement that writes it.
   * @returns false where the passkey is gone, or a later use was taken meanwhile
   */
  async use(
    manager: EntityManager,
    { id, counter: before }: Pick<PasskeyEntity, 'id' | 'counter'>,
    { counter, isBackedUp }: ProvedUse,
  ): Promise<boolean> {
    const isCounting = counter > 0;
    const { affected } = await manager.update(
      PasskeyEntity,
      { id, counter: isCounting ? LessThan(String(counter)) : before },
      { counter: String(counter), isBackedUp, lastUsedAt: () => 'now()' },
    );
    return affected === 1;
  }

  /** @returns false where another version is stored, or none */
  rename(
    manager: EntityManager,
    place: Pick<PasskeyEntity, 'id' | 'userId' | 'version'>,
    name: string,
  ): Promise<boolean> {
    return updateVersion(manager, PasskeyEntity, place, { name });
  }

  /** @param id of one; all of the person where it is undefined */
  async remove(
    manager: EntityManager,
    userId: string,
    id: string | undefined,
  ): Promise<Pick<PasskeyEntity, 'id' | 'name'>[]> {
    const { raw } = await manager
      .createQueryBuilder()
      .delete()
      .from(PasskeyEntity)
      .where({ userId, ...(id === undefined ? {} : { id }) })
      .returning(['id', 'name'])
      .execute();
    return raw as Pick<PasskeyEntity, 'id' | 'name'>[];
  }

  isAny(manager: EntityManager, userId: string): Promise<boolean> {
    return manager.existsBy(PasskeyEntity, { userId });
  }
}
