import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlatformDatabase } from '../../../kernel';
import { LinkedIdentityEntity } from '../entities/linked-identity.entity';

/** A person, as a provider names them. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** An identity, and what its owner knows it by: name and address, as the provider says them; empty where it says none. */
export interface NamedIdentity extends Identity {
  readonly toldAs: string;
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

  /** The one of this issuer that an account has; null: it has none. */
  of(
    userId: string,
    issuer: string,
  ): Promise<Pick<LinkedIdentityEntity, 'toldAs' | 'linkedAt'> | null> {
    return this.database.manager.findOneBy(LinkedIdentityEntity, { userId, issuer });
  }

  /** @returns false where it is somebody's already, or the account has another one of this issuer */
  async insert(
    manager: EntityManager,
    userId: string,
    { issuer, subject, toldAs }: NamedIdentity,
  ): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(LinkedIdentityEntity)
      .values({ issuer, subject, toldAs, userId })
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
