import { Injectable } from '@nestjs/common';
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

/**
 * Rooms that stand on the register and so cannot be called by it. A removal takes their links along by foreign keys;
 * they bring their own back themselves, in the transaction of the restoration.
 */
@Injectable()
export class LinksOfStandards implements HoldsLinks {
  private readonly rooms: HoldsLinks[] = [];

  add(room: HoldsLinks): void {
    this.rooms.push(room);
  }

  async bringLinks(...told: Parameters<HoldsLinks['bringLinks']>): Promise<void> {
    for (const room of this.rooms) await room.bringLinks(...told);
  }
}
