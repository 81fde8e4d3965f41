import { Injectable } from '@nestjs/common';
import { Audit, notFound, TenantDatabase, type RequestContext } from '../../../kernel';
import type { Offer } from '../offers/offer';
import { OffersRepository } from '../offers/offers.repository';
import { OwnSchemesRepository } from '../own-schemes.repository';

/** A body lets enterprises see a scoring table of its own, or no longer. */
@Injectable()
export class OfferScheme {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schemes: OwnSchemesRepository,
    private readonly offers: OffersRepository,
    private readonly audit: Audit,
  ) {}

  /** This version, in place of whichever one was. @throws ProblemError not_found */
  execute(context: RequestContext, schemeId: string, version: string): Promise<readonly Offer[]> {
    return this.database.transaction(context, async (manager) => {
      const own = await this.schemes.versions(manager, context);
      if (!own.some((one) => one.id === schemeId && one.version === version)) throw notFound();
      await this.offers.offer(manager, context, schemeId, version);
      const subject = { type: 'scheme', id: schemeId };
      await this.audit.record(manager, context, 'scheme.offered', subject, { version });
      return this.offers.own(manager, context);
    });
  }

  /** Copies that were taken over stay where they are. Once more changes nothing. */
  takeBack(context: RequestContext, schemeId: string): Promise<readonly Offer[]> {
    return this.database.transaction(context, async (manager) => {
      const subject = { type: 'scheme', id: schemeId };
      if (await this.offers.takeBack(manager, context, schemeId))
        await this.audit.record(manager, context, 'scheme.taken_back', subject);
      return this.offers.own(manager, context);
    });
  }
}
