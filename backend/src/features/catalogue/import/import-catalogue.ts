/** Writes catalogue rows as the migrator or as the worker, batch by batch; a broken-off import goes on where it stopped. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { queryRows } from '../../../kernel/database/query-rows';
import { readSpreadsheet, SPREADSHEET_LIMITS } from '../../standards';
import {
  mergeFigures,
  NOTHING_KNOWN,
  type KnownFigures,
  type Provenance,
} from '../catalogue-entry';
import { pairsOf, searchTitleOf } from '../catalogue-keys';
import { readCatalogueTable, type CatalogueRow, type RowProblem } from './read-catalogue-table';

export interface CatalogueImport {
  /** An .xlsx or .csv. */
  readonly bytes: Buffer;
  readonly source: string;
  /** Day on which the source was looked up, `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

export interface CatalogueImportReport {
  readonly rows: number;
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that were written by an earlier run of the same file. */
  readonly alreadyDone: number;
  readonly problems: readonly RowProblem[];
}

const LIMITS = {
  ...SPREADSHEET_LIMITS,
  bytes: 512 * 2 ** 20,
  inflatedBytes: 2 ** 31,
  rows: 1_000_000,
  cells: 20_000_000,
};
const ROWS_PER_BATCH = 5_000;

export interface CatalogueCounts {
  inserted: number;
  changed: number;
  unchanged: number;
}

/**
 * Brings the rows of a file into the catalogue. Every batch is one transaction together with the note how far the file
 * is written, so nothing stands half written and the same file again costs one look.
 * @param onBatch told after each batch how many rows are written
 */
export async function importCatalogue(
  dataSource: DataSource,
  { bytes, source, checkedOn }: CatalogueImport,
  onBatch: (rowsDone: number) => unknown = () => undefined,
): Promise<CatalogueImportReport> {
  const { sheets } = await readSpreadsheet(bytes, LIMITS);
  const { rows, problems } = readCatalogueTable(sheets);
  const found: RowProblem[] = [...problems];
  const sourceId = await idOfSource(dataSource, source);
  const file = [createHash('sha256').update(bytes).digest('hex'), sourceId, checkedOn] as const;
  const alreadyDone = await rowsDone(dataSource, file);
  const counts: CatalogueCounts = { inserted: 0, changed: 0, unchanged: 0 };
  for (let from = alreadyDone; from < rows.length; from += ROWS_PER_BATCH) {
    const batch = rows.slice(from, from + ROWS_PER_BATCH);
    await dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('liangxing.catalogue'))`);
      found.push(...(await writeBatch(manager, batch, [sourceId, checkedOn], counts)));
      await manager.query(
        `UPDATE catalogue_imports SET rows_done = $4, is_finished = $5, updated_at = now()
         WHERE sha256 = $1 AND source_id = $2 AND checked_on = $3`,
        [...file, from + batch.length, from + batch.length === rows.length],
      );
    });
    await onBatch(from + batch.length);
  }
  if (counts.inserted + counts.changed > ROWS_PER_BATCH) {
    // For the owner only; whoever else asks gets a warning, and PostgreSQL does it by itself after a while.
    await dataSource.query('VACUUM ANALYZE catalogue_standards');
    await dataSource.query('ANALYZE catalogue_replacements');
  }
  return { rows: rows.length, ...counts, alreadyDone, problems: found };
}

async function idOfSource(dataSource: DataSource, name: string): Promise<number> {
  await dataSource.query(
    'INSERT INTO catalogue_sources (name) VALUES ($1) ON CONFLICT (name) DO NOTHING',
    [name],
  );
  const [row] = await queryRows<{ id: number }>(
    dataSource,
    'SELECT id FROM catalogue_sources WHERE name = $1',
    [name],
  );
  if (row === undefined) throw new Error('the source was not written');
  return row.id;
}

async function rowsDone(
  dataSource: DataSource,
  file: readonly [string, number, string],
): Promise<number> {
  await dataSource.query(
    `INSERT INTO catalogue_imports (sha256, source_id, checked_on) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [...file],
  );
  const [row] = await queryRows<{ done: number }>(
    dataSource,
    `SELECT rows_done AS done FROM catalogue_imports
     WHERE sha256 = $1 AND source_id = $2 AND checked_on = $3`,
    file,
  );
  return row?.done ?? 0;
}

async function writeBatch(
  manager: EntityManager,
  batch: readonly CatalogueRow[],
  provenance: Provenance,
  counts: CatalogueCounts,
): Promise<readonly RowProblem[]> {
  const { written, taken, problems } = await judgeBatch(manager, batch, provenance, counts);
  await writeEntries(manager, written);
  await writeReplacements(manager, taken, provenance);
  return problems;
}

interface JudgedBatch {
  /** New and changed entries as they are to stand. */
  readonly written: readonly object[];
  readonly taken: readonly CatalogueRow[];
  readonly problems: readonly RowProblem[];
}

async function judgeBatch(
  manager: Pick<EntityManager, 'query'>,
  batch: readonly CatalogueRow[],
  provenance: Provenance,
  counts: CatalogueCounts,
): Promise<JudgedBatch> {
  const known = await knownFigures(manager, batch);
  const problems: RowProblem[] = [];
  const written: object[] = [];
  const taken: CatalogueRow[] = [];
  for (const row of batch) {
    const before = known.get(row.keys.identityKey);
    const merge = mergeFigures(before ?? NOTHING_KNOWN, row.figures, provenance);
    if (merge.kind === 'contradiction') {
      const { issuedOn, inForceOn, withdrawnOn } = row.figures;
      const text = `${row.keys.number}: ${[issuedOn, inForceOn, withdrawnOn].filter(Boolean).join(' → ')}`;
      problems.push({ rowNumber: row.rowNumber, code: 'contradicts_catalogue', text });
      continue;
    }
    taken.push(row);
    if (merge.kind === 'unchanged' && before !== undefined) {
      counts.unchanged += 1;
      continue;
    }
    counts[before === undefined ? 'inserted' : 'changed'] += 1;
    const figures = merge.kind === 'changed' ? merge.figures : NOTHING_KNOWN;
    const searchTitle = searchTitleOf(figures.title, figures.englishTitle);
    const titlePairs = searchTitle.split('|').flatMap(pairsOf);
    written.push({ ...row.keys, ...figures, searchTitle, titlePairs });
  }
  return { written, taken, problems };
}

/**
 * What an import of these rows would do; nothing is written.
 * @param source name of the source
 * @param checkedOn `YYYY-MM-DD`
 */
export async function foreseeImport(
  manager: Pick<EntityManager, 'query'>,
  rows: readonly CatalogueRow[],
  { source, checkedOn }: Omit<CatalogueImport, 'bytes'>,
): Promise<CatalogueCounts & { readonly problems: readonly RowProblem[] }> {
  const [known] = await queryRows<{ id: number }>(
    manager,
    'SELECT id FROM catalogue_sources WHERE name = $1',
    [source],
  );
  // A source that is still to be added comes after all others.
  const provenance = [known?.id ?? Number.MAX_SAFE_INTEGER, checkedOn] as const;
  const counts: CatalogueCounts = { inserted: 0, changed: 0, unchanged: 0 };
  const problems: RowProblem[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_BATCH) {
    const batch = rows.slice(from, from + ROWS_PER_BATCH);
    problems.push(...(await judgeBatch(manager, batch, provenance, counts)).problems);
  }
  return { ...counts, problems };
}

async function knownFigures(
  manager: Pick<EntityManager, 'query'>,
  batch: readonly CatalogueRow[],
): Promise<Map<string, KnownFigures>> {
  const rows = await queryRows<KnownFigures & { readonly key: string }>(
    manager,
    `SELECT identity_key AS key, title, english_title AS "englishTitle", coalesce(kind, '') AS kind,
       to_char(issued_on, 'YYYY-MM-DD') AS "issuedOn", to_char(in_force_on, 'YYYY-MM-DD') AS "inForceOn",
       to_char(withdrawn_on, 'YYYY-MM-DD') AS "withdrawnOn", status_claimed AS "statusClaimed",
       status_word AS "statusWord", provenance
     FROM catalogue_standards WHERE identity_key = ANY($1)`,
    [batch.map(({ keys }) => keys.identityKey)],
  );
  return new Map(rows.map(({ key, ...figures }) => [key, figures]));
}

async function writeEntries(manager: EntityManager, entries: readonly object[]): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    `INSERT INTO catalogue_standards AS c (identity_key, series_key, number, number_key, search_number,
       search_serial, level, is_plan, title, english_title, search_title, title_pairs, kind, issued_on,
       in_force_on, withdrawn_on, status_claimed, status_word, provenance)
     SELECT r."identityKey", r."seriesKey", r."number", r."numberKey", r."searchNumber", r."searchSerial",
       r."level", r."isPlan", r."title", r."englishTitle", r."searchTitle", r."titlePairs", r."kind",
       r."issuedOn", r."inForceOn", r."withdrawnOn", r."statusClaimed", r."statusWord", r."provenance"
     FROM jsonb_to_recordset($1::jsonb) AS r("identityKey" text, "seriesKey" text, "number" text,
       "numberKey" text, "searchNumber" text, "searchSerial" text, "level" text, "isPlan" boolean,
       "title" text, "englishTitle" text, "searchTitle" text, "titlePairs" text[], "kind" text,
       "issuedOn" date, "inForceOn" date, "withdrawnOn" date, "statusClaimed" text, "statusWord" text,
       "provenance" jsonb)
     ON CONFLICT (identity_key) DO UPDATE SET title = EXCLUDED.title,
       english_title = EXCLUDED.english_title, search_title = EXCLUDED.search_title,
       title_pairs = EXCLUDED.title_pairs, kind = EXCLUDED.kind, issued_on = EXCLUDED.issued_on,
       in_force_on = EXCLUDED.in_force_on, withdrawn_on = EXCLUDED.withdrawn_on,
       status_claimed = EXCLUDED.status_claimed, status_word = EXCLUDED.status_word,
       provenance = EXCLUDED.provenance, updated_at = now()`,
    [JSON.stringify(entries)],
  );
}

async function writeReplacements(
  manager: EntityManager,
  rows: readonly CatalogueRow[],
  [sourceId, checkedOn]: Provenance,
): Promise<void> {
  const told = new Map(
    rows
      .flatMap(({ replacements }) => replacements)
      .map((replacement) => [`${replacement.oldKey}\n${replacement.newKey}`, replacement]),
  );
  if (told.size === 0) return;
  await manager.query(
    `INSERT INTO catalogue_replacements AS c (old_key, new_key, is_partial, source_id, checked_on)
     SELECT r."oldKey", r."newKey", r."isPartial", $2, $3
     FROM jsonb_to_recordset($1::jsonb) AS r("oldKey" text, "newKey" text, "isPartial" boolean)
     ON CONFLICT (old_key, new_key) DO UPDATE
       SET is_partial = EXCLUDED.is_partial, source_id = EXCLUDED.source_id, checked_on = EXCLUDED.checked_on
       WHERE c.checked_on < EXCLUDED.checked_on`,
    [JSON.stringify([...told.values()]), sourceId, checkedOn],
  );
}
