import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import {
  contentHash,
  ownIdOf,
  OwnSchemesRepository,
  ownScheme,
  StoreOwnScheme,
} from '../../schemes';
import type { Copier, CopyOf, CopyPlan } from './copier';

/** A scheme becomes the next version of the client's own scheme of its id; the same content is not published twice. */
@Injectable()
export class CopySchemes implements Copier<'scheme'> {
  constructor(
    private readonly schemes: OwnSchemesRepository,
    private readonly store: StoreOwnScheme,
  ) {}

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { template, content }: CopyOf<'scheme'>,
  ): Promise<CopyPlan> {
    const newest = await this.schemes.newest(manager, context, ownIdOf(content));
    const next = ownScheme(content, (newest?.number ?? 0) + 1);
    const title = next.title['zh-CN'];
    const isPresent = newest?.sha256 === contentHash(next);
    return {
      fresh: isPresent ? [] : [`${title} ${next.version}`],
      present: newest === null ? [] : [`${title} ${newest.version}`],
      write: async () => {
        await this.store.next(manager, context, content, template.name);
      },
    };
  }
}
