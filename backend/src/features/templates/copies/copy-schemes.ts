import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import {
  contentHash,
  isProvided,
  ownIdOf,
  OwnSchemesRepository,
  ownScheme,
  providedScheme,
  StoreOwnScheme,
  type OwnSchemeVersion,
} from '../../schemes';
import type { Copier, CopyOf, CopyPlan } from './copier';

/**
 * A scheme becomes the next version of the client's own scheme of its id, as one that a consultancy provided. A version
 * of this content is not published again, and what the client published itself is not followed by the consultancy's.
 */
@Injectable()
export class CopySchemes implements Copier<'scheme'> {
  constructor(
    private readonly schemes: OwnSchemesRepository,
    private readonly store: StoreOwnScheme,
  ) {}

  hold(
    manager: EntityManager,
    context: RequestContext,
    { content }: CopyOf<'scheme'>,
  ): Promise<void> {
    return this.schemes.hold(manager, context, ownIdOf(content));
  }

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { content }: CopyOf<'scheme'>,
  ): Promise<CopyPlan> {
    const id = ownIdOf(content);
    const all = await this.schemes.versions(manager, context);
    const [newest, ...older] = all.filter((version) => version.id === id);
    const next = ownScheme(content, (newest?.number ?? 0) + 1);
    const title = next.title['zh-CN'];
    // Also as the client itself would have published it.
    const hashes = new Set([contentHash(next), contentHash(providedScheme(next))]);
    const isSame = ({ sha256 }: OwnSchemeVersion): boolean => hashes.has(sha256);
    const present = newest === undefined ? [] : [`${title} ${newest.version}`];
    const nothing = { fresh: [], present, write: () => Promise.resolve() };
    if (newest !== undefined) {
      if (isSame(newest)) return nothing;
      const document = await this.schemes.document(manager, context, id, newest.version);
      const isTheirs = document === null || !isProvided(document);
      if (isTheirs || older.some(isSame)) return { ...nothing, stop: 'kept' };
    }
    return {
      fresh: [`${title} ${next.version}`],
      present,
      write: async () => {
        await this.store.next(manager, context, content, title, providedScheme);
      },
    };
  }
}
