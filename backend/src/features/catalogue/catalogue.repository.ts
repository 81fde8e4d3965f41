import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel';
import type { CatalogueFigures, Figure, KnownFigures } from './catalogue-entry';
import { searchTermsOf, wordGramsOf } from './catalogue-keys';
import { CatalogueSourceEntity } from './entities/catalogue-source.entity';
import { SELECT_ENTRY, searchStatement } from './search-statement.sql';

export interface FigureSource {
  readonly source: string;
  readonly checkedOn: string;
}

export interface CatalogueEntry extends CatalogueFigures {
  readonly id: number;
  readonly identityKey: string;
  readonly seriesKey: string;
  readonly number: string;
  readonly level: string;
  readonly isPlan: boolean;
  readonly sources: Readonly<Partial<Record<Figure, FigureSource>>>;
}

/** As it is stored: each figure with the id of its source. */
type StoredEntry = Omit<CatalogueEntry, 'sources'> & Pick<KnownFigures, 'provenance'>;

export interface KnownReplacement {
  readonly oldKey: string;
  readonly newKey: string;
  readonly isPartial: boolean;
  readonly source: string;
  readonly checkedOn: string;
}

export interface CatalogueQuery {
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly plans?: boolean | undefined;
  readonly limit: number;
}

/**
 * Questions to the catalogue; it belongs to no tenant and is read in whatever transaction is open. SQL: every
 * statement is measured on the whole public catalogue.
 */
@Injectable()
export class CatalogueRepository {
  /** By id; a name never changes. */
  private readonly sourceNames = new Map<number, string>();

  /** In the order of numbers; `isCut` where more than `limit` were found. */
  async search(
    manager: EntityManager,
    day: string,
    query: CatalogueQuery,
  ): Promise<{ entries: CatalogueEntry[]; isCut: boolean }> {
    const { number, words, code } = searchTermsOf(query.q ?? '');
    const grams = words.flatMap(wordGramsOf);
    const { text, values } = searchStatement(day, { ...query, number, words, grams, code });
    const entries = await this.entries(manager, text, values);
    return { entries: entries.slice(0, query.limit), isCut: entries.length > query.limit };
  }

  async find(manager: EntityManager, id: number): Promise<CatalogueEntry | null> {
    const [entry] = await this.entries(
      manager,
      `${SELECT_ENTRY} FROM catalogue_standards c WHERE c.id = $1`,
      [id],
    );
    return entry ?? null;
  }

  byIdentity(manager: EntityManager, keys: readonly string[]): Promise<CatalogueEntry[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return this.entries(
      manager,
      `${SELECT_ENTRY} FROM catalogue_standards c WHERE c.identity_key = ANY($1)`,
      [keys],
    );
  }

  /** Every edition of each series; plans are none. */
  bySeries(manager: EntityManager, keys: readonly string[]): Promise<CatalogueEntry[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return this.entries(
      manager,
      `${SELECT_ENTRY} FROM catalogue_standards c WHERE c.series_key = ANY($1) AND NOT c.is_plan`,
      [keys],
    );
  }

  /** Replacements on the way from these standards, followed to the end of every chain. */
  async replacementsFrom(
    manager: EntityManager,
    keys: readonly string[],
  ): Promise<KnownReplacement[]> {
    const asked = new Set<string>();
    const found: KnownReplacement[] = [];
    // Step by step rather than WITH RECURSIVE, whose size the planner guesses wrongly and then reads every row.
    for (let next = [...new Set(keys)]; next.length > 0;) {
      for (const key of next) asked.add(key);
      const step = await queryRows<KnownReplacement>(
        manager,
        `SELECT r.old_key AS "oldKey", r.new_key AS "newKey", r.is_partial AS "isPartial",
           o.name AS source, to_char(r.checked_on, 'YYYY-MM-DD') AS "checkedOn"
         FROM catalogue_replacements r JOIN catalogue_sources o ON o.id = r.source_id
         WHERE r.old_key = ANY($1)`,
        [next],
      );
      found.push(...step);
      next = [...new Set(step.map(({ newKey }) => newKey))].filter((key) => !asked.has(key));
    }
    return found;
  }

  /** Rows of a statement that begins with `SELECT_ENTRY`, with the names of their sources. */
  private async entries(
    manager: EntityManager,
    text: string,
    values: readonly unknown[],
  ): Promise<CatalogueEntry[]> {
    const rows = await queryRows<StoredEntry>(manager, text, values);
    const isNew = (row: StoredEntry): boolean =>
      Object.values(row.provenance).some(([id]) => !this.sourceNames.has(id));
    if (rows.some(isNew)) {
      const sources = await manager.find(CatalogueSourceEntity);
      for (const { id, name } of sources) this.sourceNames.set(id, name);
    }
    return rows.map(({ provenance, ...entry }) => ({
      ...entry,
      sources: Object.fromEntries(
        Object.entries(provenance).map(([figure, [id, checkedOn]]) => [
          figure,
          { source: this.sourceNames.get(id) ?? '', checkedOn },
        ]),
      ),
    }));
  }
}
