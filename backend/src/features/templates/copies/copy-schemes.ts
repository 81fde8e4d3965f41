import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { CopyScheme, providedScheme } from '../../schemes';
import type { Copier, CopyOf, CopyPlan } from './copier';

/** A scheme becomes the next version of the client's own scheme of its id, as one that a consultancy provided. */
@Injectable()
export class CopySchemes implements Copier<'scheme'> {
  constructor(private readonly copying: CopyScheme) {}

  hold(
    manager: EntityManager,
    context: RequestContext,
    { content }: CopyOf<'scheme'>,
  ): Promise<void> {
    return this.copying.hold(manager, context, content);
  }

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { content }: CopyOf<'scheme'>,
  ): Promise<CopyPlan> {
    const { outcome, next, newest } = await this.copying.plan(manager, context, content);
    const title = next.title['zh-CN'];
    const present = newest === null ? [] : [`${title} ${newest.version}`];
    const nothing = { fresh: [], present, write: () => Promise.resolve() };
    if (outcome === 'same') return nothing;
    if (outcome === 'kept') return { ...nothing, stop: 'kept' };
    return {
      fresh: [`${title} ${next.version}`],
      present,
      write: async () => {
        await this.copying.write(manager, context, content, title, providedScheme);
      },
    };
  }
}
