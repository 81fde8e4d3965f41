import { Injectable } from '@nestjs/common';
import { takenOverId } from '@liangxing/scheme';
import { notFound, ProblemError, TenantDatabase, type RequestContext } from '../../../kernel';
import { OffersRepository } from '../offers/offers.repository';
import { offeredScheme } from '../own-scheme';
import type { OwnSchemeVersion } from '../own-schemes.repository';
import { CopyScheme } from './copy-scheme';

/** A table that a body offers becomes one of the enterprise's own. */
@Injectable()
export class TakeSchemeOver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly offers: OffersRepository,
    private readonly copying: CopyScheme,
  ) {}

  /**
   * The same table again gives the version that is there.
   * @throws ProblemError not_found where it is not offered any more, scheme_kept
   */
  execute(context: RequestContext, bodyId: string, schemeId: string): Promise<OwnSchemeVersion> {
    return this.database.transaction(context, async (manager) => {
      const found = await this.offers.find(manager, bodyId, schemeId);
      if (found === null) throw notFound();
      const document = { ...found.document, id: takenOverId(schemeId, bodyId) };
      await this.copying.hold(manager, context, document);
      const { outcome, same } = await this.copying.plan(manager, context, document);
      if (same !== null) return same;
      const title = document.title['zh-CN'];
      if (outcome === 'kept') throw new ProblemError('scheme_kept', { title });
      const from = `${found.bodyName}《${title}》${found.version}`;
      return this.copying.write(manager, context, document, from, offeredScheme);
    });
  }
}
