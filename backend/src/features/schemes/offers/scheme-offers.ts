import { Injectable } from '@nestjs/common';
import { ownIdOf, type Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { hashesOfTable, offeredScheme } from '../own-scheme';
import { OwnSchemesRepository, type OwnSchemeVersion } from '../own-schemes.repository';
import { CopyScheme } from '../use-cases/copy-scheme';
import type { Offer } from './offer';
import { OffersRepository } from './offers.repository';

/** A body lets enterprises see its own scoring tables, and enterprises take them over. */
@Injectable()
export class SchemeOffers {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schemes: OwnSchemesRepository,
    private readonly offers: OffersRepository,
    private readonly copying: CopyScheme,
    private readonly audit: Audit,
  ) {}

  /** Offers this version, in place of whichever one was. @throws ProblemError not_found */
  offer(context: RequestContext, schemeId: string, version: string): Promise<readonly Offer[]> {
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
      if (await this.offers.takeBack(manager, context, schemeId))
        await this.audit.record(manager, context, 'scheme.taken_back', {
          ...{ type: 'scheme', id: schemeId },
        });
      return this.offers.own(manager, context);
    });
  }

  /**
   * The table becomes one of the enterprise's own; the same table again gives the version that is there.
   * @throws ProblemError not_found where it is not offered any more, scheme_kept
   */
  takeOver(context: RequestContext, bodyId: string, schemeId: string): Promise<OwnSchemeVersion> {
    return this.database.transaction(context, async (manager) => {
      const found = await this.offers.find(manager, bodyId, schemeId);
      if (found === null) throw notFound();
      const { document, bodyName } = found;
      await this.copying.hold(manager, context, document);
      const { outcome, newest } = await this.copying.plan(manager, context, document);
      if (outcome === 'same' && newest !== null) return newest;
      const title = document.title['zh-CN'];
      if (outcome === 'kept') throw new ProblemError('scheme_kept', { title });
      const from = `${bodyName}《${title}》${found.version}`;
      return this.copying.write(manager, context, document, from, offeredScheme);
    });
  }

  /** Which of the body's own versions a table is, however it was taken over; null: none of them. */
  async ownVersionOf(
    manager: EntityManager,
    context: RequestContext,
    table: Scheme,
  ): Promise<OwnSchemeVersion | null> {
    const hashes = hashesOfTable(table);
    const own = await this.schemes.versions(manager, context);
    return own.find(({ id, sha256 }) => id === ownIdOf(table) && hashes.has(sha256)) ?? null;
  }
}
