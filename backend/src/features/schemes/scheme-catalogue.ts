import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import { createScorer, type Scorer } from '@liangxing/scoring';
import type { EntityManager } from 'typeorm';
import { PlatformDatabase } from '../../kernel';

/** A published scheme, ready to score with. */
export interface PublishedScheme {
  readonly scheme: Scheme;
  readonly score: Scorer;
}

interface VersionRow {
  readonly id: string;
  readonly version: string;
}

/**
 * Published schemes, kept in the process once read: they never change. They belong to no tenant. Whoever asks inside
 * a transaction hands over its manager: a second connection could wait for ever for one that waits for it.
 */
@Injectable()
export class SchemeCatalogue {
  /** Finished reads only: to wait for the read of another transaction would be to wait for its connection. */
  private readonly known = new Map<string, PublishedScheme>();

  constructor(private readonly database: PlatformDatabase) {}

  /** The scheme of this version, or null. */
  async find(
    id: string,
    version: string,
    manager: EntityManager = this.database.manager,
  ): Promise<PublishedScheme | null> {
    const key = JSON.stringify([id, version]);
    const kept = this.known.get(key);
    if (kept !== undefined) return kept;
    const found = await read(manager, id, version);
    if (found !== null) this.known.set(key, found);
    return found;
  }

  /** The scheme that an assessment is pinned to; the foreign key says that it is there. */
  async pinned(
    id: string,
    version: string,
    manager: EntityManager = this.database.manager,
  ): Promise<PublishedScheme> {
    const found = await this.find(id, version, manager);
    if (found === null) throw new Error(`scheme ${id} ${version} is not published`);
    return found;
  }

  /** The newest published version of a scheme, or null. */
  async newest(id: string): Promise<PublishedScheme | null> {
    const newest = (await this.versions()).find((row) => row.id === id);
    return newest === undefined ? null : this.find(newest.id, newest.version);
  }

  /** Every published version, by id, newest first. */
  async list(): Promise<PublishedScheme[]> {
    const found = await Promise.all(
      (await this.versions()).map((row) => this.find(row.id, row.version)),
    );
    return found.filter((scheme) => scheme !== null);
  }

  private versions(): Promise<VersionRow[]> {
    return this.database.manager.query(
      `SELECT id, version FROM scheme_versions ORDER BY id, published_at DESC, version DESC`,
    );
  }
}

async function read(
  manager: EntityManager,
  id: string,
  version: string,
): Promise<PublishedScheme | null> {
  const rows: { document: Scheme }[] = await manager.query(
    `SELECT document FROM scheme_versions WHERE id = $1 AND version = $2`,
    [id, version],
  );
  const scheme = rows[0]?.document;
  return scheme === undefined ? null : { scheme, score: createScorer(scheme) };
}
