import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlatformDatabase } from '../../../kernel';
import { LinkedIdentityEntity } from '../entities/linked-identity.entity';

/** A person, as a provider names them. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Whose account an identity is. */
@Injectable()
export class LinkedIdentitiesRepository {
  constructor(private readonly database: PlatformDatabase) {}

  /** @returns null: nobody's */
  async ownerOf({ issuer, subject }: Identity): Promise<string | null> {
    const found = await this.database.manager.findOneBy(LinkedIdentityEntity, { issuer, subject });
    return found?.userId ?? null;
  }

  /** Since when an account has one of this issuer; null: it has none. */
  async linkedSince(userId: string, issuer: string): Promise<Date | null> {
    const found = await this.database.manager.findOneBy(LinkedIdentityEntity, { userId, issuer });
    return found?.linkedAt ?? null;
  }

  /** @returns false where it is somebody's already, or the account has another one of this issuer */
  async insert(
    manager: EntityManager,
    userId: string,
    { issuer, subject }: Identity,
  ): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(LinkedIdentityEntity)
      .values({ issuer, subject, userId })
      .orIgnore()
      .returning(['userId'])
      .execute();
    return (raw as unknown[]).length === 1;
  }

  /** Of every issuer. @returns whether there was any */
  async removeAllOf(manager: EntityManager, userId: string): Promise<boolean> {
    const { affected } = await manager.delete(LinkedIdentityEntity, { userId });
    return (affected ?? 0) > 0;
  }
}
