import { Injectable } from '@nestjs/common';
import { isOwnId, type Scheme } from '@liangxing/scheme';
import { createScorer, type Scorer } from '@liangxing/scoring';
import type { EntityManager } from 'typeorm';
import { PlatformDatabase, RequestContext, TenantDatabase } from '../../kernel';
import { OwnSchemesRepository } from './own-schemes.repository';
import { withProductFacts } from './product-facts';
import { SchemeVersionsRepository, type SchemeVersion } from './scheme-versions.repository';

/** A published scheme, ready to score with. */
export interface PublishedScheme {
  readonly scheme: Scheme;
  readonly score: Scorer;
}

type SchemeReader = Pick<RequestContext, 'organizationId'> &
  Partial<Pick<RequestContext, 'userId'>>;

/** Schemes of organizations are many; those of the platform are few and always fit. */
const MOST_KNOWN = 200;

/**
 * Published schemes, kept in the process once read: they never change. Those shipped belong to no tenant; those that
 * an organization entered itself are found for it alone. Whoever asks inside a transaction hands over its manager: a
 * second connection could wait for ever for one that waits for it.
 */
@Injectable()
export class SchemeCatalogue {
  /** Finished reads only: to wait for the read of another transaction would be to wait for its connection. */
  private readonly known = new Map<string, PublishedScheme>();

  constructor(
    private readonly database: PlatformDatabase,
    private readonly tenants: TenantDatabase,
    private readonly ownSchemes: OwnSchemesRepository,
    private readonly shipped: SchemeVersionsRepository,
  ) {}

  /** The scheme of this version, or null; also null where it is another organization's. */
  async find(
    reader: SchemeReader,
    id: string,
    version: string,
    manager?: EntityManager,
  ): Promise<PublishedScheme | null> {
    const isOwn = isOwnId(id);
    // The organization is part of the key: what was read for one is never handed to another.
    const key = JSON.stringify([isOwn ? reader.organizationId : '', id, version]);
    const kept = this.known.get(key);
    if (kept !== undefined) return kept;
    const scheme = isOwn
      ? await this.within(reader, manager, (open) =>
          this.ownSchemes.document(open, reader, id, version),
        )
      : await this.readShipped(manager ?? this.database.manager, id, version);
    if (scheme === null) return null;
    const found = { scheme, score: createScorer(scheme) };
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, found);
    return found;
  }

  /** One of those published for everyone, or null. */
  findShipped(id: string, version: string): Promise<PublishedScheme | null> {
    return isOwnId(id) ? Promise.resolve(null) : this.find({ organizationId: '' }, id, version);
  }

  /** The scheme that an assessment is pinned to; the foreign keys say that it is there. */
  async pinned(
    reader: SchemeReader,
    id: string,
    version: string,
    manager?: EntityManager,
  ): Promise<PublishedScheme> {
    const found = await this.find(reader, id, version, manager);
    if (found === null) throw new Error(`scheme ${id} ${version} is not published`);
    return found;
  }

  /** The newest published version of a scheme, or null. */
  async newest(reader: SchemeReader, id: string): Promise<PublishedScheme | null> {
    const versions = isOwnId(id)
      ? await this.read(reader, (manager) => this.ownSchemes.versions(manager, reader))
      : await this.shippedVersions();
    const newest = versions.find((row) => row.id === id);
    return newest === undefined ? null : this.find(reader, newest.id, newest.version);
  }

  /** Every version published for everyone, by id, newest first. */
  async listShipped(): Promise<PublishedScheme[]> {
    const found = await Promise.all(
      (await this.shippedVersions()).map(({ id, version }) => this.findShipped(id, version)),
    );
    return found.filter((scheme) => scheme !== null);
  }

  private within<T>(
    reader: SchemeReader,
    manager: EntityManager | undefined,
    work: (open: EntityManager) => Promise<T>,
  ): Promise<T> {
    return manager === undefined ? this.read(reader, work) : work(manager);
  }

  private read<T>(
    { organizationId, userId = '' }: SchemeReader,
    work: (open: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.tenants.read({ organizationId, userId }, work);
  }

  private shippedVersions(): Promise<SchemeVersion[]> {
    return this.shipped.list(this.database.manager);
  }

  private async readShipped(
    manager: EntityManager,
    id: string,
    version: string,
  ): Promise<Scheme | null> {
    const found = await this.shipped.document(manager, id, version);
    return found && withProductFacts(found.document, found.newest);
  }
}
