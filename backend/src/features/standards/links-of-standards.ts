import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';

/** A room in whose tables something hangs on standards: files, places, drafts. */
export interface HoldsLinks {
  /**
   * Writes again what `register_act_rows.kept` says of standards that are in the register again, as far as it is still
   * there.
   */
  bringLinks(
    manager: EntityManager,
    tenant: Pick<RequestContext, 'organizationId'>,
    standardIds: readonly string[],
  ): Promise<void>;
}

/** Marks the provider of a room that holds links; they are found by this mark. */
export const BringsLinksBack = DiscoveryService.createDecorator();

/**
 * Rooms that stand on the register and so cannot be called by it. A removal takes their links along by foreign keys;
 * they bring their own back themselves, in the transaction of the restoration.
 */
@Injectable()
export class LinksOfStandards implements HoldsLinks {
  constructor(private readonly discovery: DiscoveryService) {}

  async bringLinks(...told: Parameters<HoldsLinks['bringLinks']>): Promise<void> {
    const rooms = this.discovery.getProviders({ metadataKey: BringsLinksBack.KEY });
    for (const { instance } of rooms) await (instance as HoldsLinks).bringLinks(...told);
  }
}
