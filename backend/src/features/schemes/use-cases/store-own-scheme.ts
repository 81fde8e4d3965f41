import { Injectable } from '@nestjs/common';
import { ownIdOf, type Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { Audit, type RequestContext } from '../../../kernel';
import { contentHash, ownScheme } from '../own-scheme';
import { OwnSchemesRepository, type OwnSchemeVersion } from '../own-schemes.repository';

/** Stores a scheme of an organization as its next version, inside the transaction of whoever made it. */
@Injectable()
export class StoreOwnScheme {
  constructor(
    private readonly schemes: OwnSchemesRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * The same content again gives the version that is there already.
   * @param finish the scheme under its own id → as it is stored
   */
  async next(
    manager: EntityManager,
    context: RequestContext,
    read: Scheme,
    fileName: string,
    finish: (scheme: Scheme) => Scheme = (scheme) => scheme,
  ): Promise<{ scheme: Scheme; version: OwnSchemeVersion }> {
    const id = ownIdOf(read);
    await this.schemes.hold(manager, context, id);
    const newest = await this.schemes.newest(manager, context, id);
    const number = (newest?.number ?? 0) + 1;
    const scheme = finish(ownScheme(read, number));
    const sha256 = contentHash(scheme);
    if (newest?.sha256 === sha256)
      return { scheme: { ...scheme, version: newest.version }, version: newest };
    const stored = { number, sha256, fileName };
    const version = await this.schemes.insert(manager, context, scheme, stored);
    const subject = { type: 'scheme', id };
    const details = { version: scheme.version, sha256, fileName };
    await this.audit.record(manager, context, 'scheme.published', subject, details);
    return { scheme, version };
  }
}
