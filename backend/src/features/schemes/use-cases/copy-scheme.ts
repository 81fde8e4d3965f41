import { Injectable } from '@nestjs/common';
import { ownIdOf, type Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { hashesOfTable, isTakenOver, ownScheme } from '../own-scheme';
import { OwnSchemesRepository, type OwnSchemeVersion } from '../own-schemes.repository';
import { StoreOwnScheme } from './store-own-scheme';

/** What a copy comes to; `kept`: what the organization published itself is not followed by the table of somebody else. */
export interface SchemeCopyPlan {
  readonly outcome: 'fresh' | 'same' | 'kept';
  /** As it would be stored. */
  readonly next: Scheme;
  readonly newest: OwnSchemeVersion | null;
  /** The version, newest or older, that has this content already; null: none. */
  readonly same: OwnSchemeVersion | null;
}

/** A table of somebody else becomes the next version of the organization's own scheme of its id, told where it is from. */
@Injectable()
export class CopyScheme {
  constructor(
    private readonly schemes: OwnSchemesRepository,
    private readonly store: StoreOwnScheme,
  ) {}

  /** Until the transaction ends nobody else publishes a version of this scheme. */
  hold(manager: EntityManager, context: RequestContext, content: Scheme): Promise<void> {
    return this.schemes.hold(manager, context, ownIdOf(content));
  }

  /** A version of this content, in whichever way it came, is not published again. */
  async plan(
    manager: EntityManager,
    context: RequestContext,
    content: Scheme,
  ): Promise<SchemeCopyPlan> {
    const id = ownIdOf(content);
    const all = await this.schemes.versions(manager, context);
    const [newest = null, ...older] = all.filter((version) => version.id === id);
    const next = ownScheme(content, (newest?.number ?? 0) + 1);
    if (newest === null) return { outcome: 'fresh', next, newest, same: null };
    const hashes = hashesOfTable(next);
    const isSame = ({ sha256 }: OwnSchemeVersion): boolean => hashes.has(sha256);
    const same = [newest, ...older].find(isSame) ?? null;
    if (same === newest) return { outcome: 'same', next, newest, same };
    const document = await this.schemes.document(manager, context, id, newest.version);
    const isOwn = document === null || !isTakenOver(document);
    return { outcome: isOwn || same !== null ? 'kept' : 'fresh', next, newest, same };
  }

  /** @param from what the list shows as its file */
  async write(
    manager: EntityManager,
    context: RequestContext,
    content: Scheme,
    from: string,
    finish: (scheme: Scheme) => Scheme,
  ): Promise<OwnSchemeVersion> {
    return (await this.store.next(manager, context, content, from, finish)).version;
  }
}
