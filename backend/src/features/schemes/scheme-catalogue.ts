import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import { createScorer, type Scorer } from '@liangxing/scoring';
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
 * Published schemes, kept in the process once read: they never change. They belong to no tenant, so that they
 * are read outside tenant transactions.
 */
@Injectable()
export class SchemeCatalogue {
  private readonly known = new Map<string, Promise<PublishedScheme | null>>();

  constructor(private readonly database: PlatformDatabase) {}

  /** The scheme of this version, or null. */
  async find(id: string, version: string): Promise<PublishedScheme | null> {
    const key = JSON.stringify([id, version]);
    const kept = this.known.get(key);
    if (kept !== undefined) return kept;
    const reading = this.read(id, version);
    this.known.set(key, reading);
    // A version that is not there now may be published later, and a failed read may succeed next time.
    const forget = (): void => void this.known.delete(key);
    void reading.then((found) => found ?? forget(), forget);
    return reading;
  }

  /** The scheme that an assessment is pinned to; the foreign key says that it is there. */
  async pinned(id: string, version: string): Promise<PublishedScheme> {
    const found = await this.find(id, version);
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

  private async read(id: string, version: string): Promise<PublishedScheme | null> {
    const rows: { document: Scheme }[] = await this.database.manager.query(
      `SELECT document FROM scheme_versions WHERE id = $1 AND version = $2`,
      [id, version],
    );
    const scheme = rows[0]?.document;
    return scheme === undefined ? null : { scheme, score: createScorer(scheme) };
  }
}
