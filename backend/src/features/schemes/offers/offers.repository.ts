import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../../kernel';
import { OfferedSchemeEntity } from '../entities/offered-scheme.entity';
import type { Offer, OfferedScheme } from './offer';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What bodies offer. SQL calls the narrow function by which others read it. */
@Injectable()
export class OffersRepository {
  /** Of the body itself, by scheme. */
  own(manager: EntityManager, { organizationId }: Tenant): Promise<Offer[]> {
    return manager.find(OfferedSchemeEntity, {
      select: { schemeId: true, version: true, offeredAt: true, offeredByName: true },
      where: { organizationId },
      order: { schemeId: 'ASC' },
    });
  }

  async offer(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    schemeId: string,
    version: string,
  ): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(OfferedSchemeEntity)
      .values({
        organizationId,
        schemeId,
        version,
        offeredByName: userName,
        offeredAt: () => 'now()',
      })
      .orUpdate(['version', 'offered_by_name', 'offered_at'], ['organization_id', 'scheme_id'])
      .execute();
  }

  /** @returns false where it was not offered */
  async takeBack(
    manager: EntityManager,
    { organizationId }: Tenant,
    schemeId: string,
  ): Promise<boolean> {
    const { affected } = await manager.delete(OfferedSchemeEntity, { organizationId, schemeId });
    return affected === 1;
  }

  /** Of all bodies that are open, by their names. */
  all(manager: EntityManager): Promise<OfferedScheme[]> {
    return queryRows<OfferedScheme>(
      manager,
      `SELECT body_id AS "bodyId", body_name AS "bodyName", scheme_id AS "schemeId", version, title,
         offered_at AS "offeredAt" FROM app.offered_schemes(NULL, NULL)`,
      [],
    );
  }

  /** With its content; null where the body offers no such table. */
  async find(
    manager: EntityManager,
    bodyId: string,
    schemeId: string,
  ): Promise<(OfferedScheme & { readonly document: Scheme }) | null> {
    const [found] = await queryRows<OfferedScheme & { readonly document: Scheme }>(
      manager,
      `SELECT body_id AS "bodyId", body_name AS "bodyName", scheme_id AS "schemeId", version, title,
         offered_at AS "offeredAt", document FROM app.offered_schemes($1, $2)`,
      [bodyId, schemeId],
    );
    return found ?? null;
  }
}
