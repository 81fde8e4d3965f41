import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { organizationDay, type RequestContext } from '../../../kernel';
import { DraftsRepository, StartDrafts } from '../../drafts';
import { StandardsRepository } from '../../standards';
import type { Copier, CopyOf, CopyPlan } from './copier';

/**
 * Drafts are started, numbered where the client has a rule. One of the title of a draft or a standard that is there is
 * not; a planned entry of the register gets its draft.
 */
@Injectable()
export class CopyDrafts implements Copier<'drafts'> {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly standards: StandardsRepository,
    private readonly starting: StartDrafts,
  ) {}

  async hold(manager: EntityManager, context: RequestContext): Promise<void> {
    await this.standards.takeTurn(manager, context);
    await this.drafts.lockNumbers(manager, context);
  }

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { content }: CopyOf<'drafts'>,
  ): Promise<CopyPlan> {
    const drafts = await this.drafts.list(manager, context);
    const rows = await this.standards.all(manager, context, organizationDay(new Date()));
    const written = new Set(drafts.map(({ title }) => title));
    const drafted = new Set(drafts.map(({ standardId }) => standardId));
    const planned = new Map<string, string>();
    for (const { id, title, isPlanned } of rows) {
      if (isPlanned && !drafted.has(id)) planned.set(title, id);
      else written.add(title);
    }
    const titles = content.map(({ title }) => title);
    const fresh = content.filter(
      ({ title }, at) => !written.has(title) && titles.indexOf(title) === at,
    );
    return {
      fresh: fresh.map(({ title }) => title),
      present: titles.filter((title) => written.has(title)),
      write: async () => {
        const rule = await this.drafts.numbering(manager, context);
        const asked = fresh.map((draft) => {
          const standardId = planned.get(draft.title);
          const entry = standardId === undefined ? {} : { standardId };
          return { ...draft, ...entry, replacesNumber: '', drafters: [] };
        });
        await this.starting.startIn(manager, context, asked, rule !== null);
      },
    };
  }
}
