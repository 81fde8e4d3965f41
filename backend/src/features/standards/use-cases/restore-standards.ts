/** Out of the recycle bin: back into the register, or gone for good. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, RequestContext, TenantDatabase } from '../../../kernel';
import { BinRepository, type RemovedStandard } from '../bin.repository';
import { LinksOfStandards } from '../links-of-standards';
import { StandardsRepository } from '../standards.repository';

@Injectable()
export class RestoreStandards {
  constructor(
    private readonly database: TenantDatabase,
    private readonly bin: BinRepository,
    private readonly standards: StandardsRepository,
    private readonly links: LinksOfStandards,
    private readonly audit: Audit,
  ) {}

  page(
    context: RequestContext,
    page: { readonly q: string; readonly offset: number; readonly limit: number },
  ): Promise<{ total: number; rows: RemovedStandard[] }> {
    return this.database.read(context, (manager) => this.bin.page(manager, context, page));
  }

  /** Those that are not in the bin any more are no error. */
  async execute(context: RequestContext, ids: readonly string[]): Promise<{ restored: number }> {
    return this.database.transaction(context, async (manager) => ({
      restored: await this.restore(manager, context, ids),
    }));
  }

  /** What one removal has still in the bin, in the transaction that takes it back. */
  async allOf(manager: EntityManager, context: RequestContext, actId: string): Promise<number> {
    return this.restore(manager, context, await this.bin.idsOf(manager, context, actId));
  }

  async empty(context: RequestContext): Promise<{ deleted: number }> {
    return this.database.transaction(context, async (manager) => {
      const deleted = await this.bin.empty(manager, context);
      const subject = { type: 'register', id: context.organizationId };
      if (deleted > 0)
        await this.audit.record(manager, context, 'standards.bin_emptied', subject, { deleted });
      return { deleted };
    });
  }

  /** With the places, evidence and drafts that each had, as far as those are still there. */
  private async restore(
    manager: EntityManager,
    context: RequestContext,
    wanted: readonly string[],
  ): Promise<number> {
    const removed = await this.bin.lock(manager, context, wanted);
    if (removed.length === 0) return 0;
    await this.standards.insert(manager, context, removed);
    const ids = removed.map(({ id }) => id);
    await this.bin.bringFacts(manager, context, ids);
    await this.links.bringLinks(manager, context, ids);
    await this.bin.takeOut(manager, context, ids);
    const subject = { type: 'register', id: context.organizationId };
    await this.audit.record(manager, context, 'standards.restored', subject, { ids });
    return ids.length;
  }
}
