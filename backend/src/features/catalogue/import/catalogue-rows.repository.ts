/** Every statement that writes the catalogue; set-based, a batch of rows at once. A program without entities runs them. */
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../../kernel';
import type { Provenance } from '../catalogue-entry';
import type { CatalogueRow } from './read-catalogue-table';

export interface CatalogueSource {
  readonly source: string;
  /** Day on which the source was looked up, `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

type Manager = Pick<EntityManager, 'query'>;

/** File, source and day of check: what an import is known by. */
type ImportedFile = readonly [sha256: string, sourceId: number, checkedOn: string];

/** Adds the source where it is new. */
export async function idOfSource(manager: Manager, name: string): Promise<number> {
  await manager.query(
    'INSERT INTO catalogue_sources (name) VALUES ($1) ON CONFLICT (name) DO NOTHING',
    [name],
  );
  const [row] = await queryRows<{ id: number }>(
    manager,
    'SELECT id FROM catalogue_sources WHERE name = $1',
    [name],
  );
  if (row === undefined) throw new Error('the source was not written');
  return row.id;
}

/** How many rows of this file are written; begins an import. */
export async function rowsDone(manager: Manager, file: ImportedFile): Promise<number> {
  await manager.query(
    `INSERT INTO catalogue_imports (sha256, source_id, checked_on) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [...file],
  );
  const [row] = await queryRows<{ done: number }>(
    manager,
    `SELECT rows_done AS done FROM catalogue_imports
     WHERE sha256 = $1 AND source_id = $2 AND checked_on = $3`,
    file,
  );
  return row?.done ?? 0;
}

/** Id of a source and day of a check; a source that is still to be added comes after all others. */
export async function provenanceOf(
  manager: Manager,
  { source, checkedOn }: CatalogueSource,
): Promise<Provenance> {
  const [known] = await queryRows<{ id: number }>(
    manager,
    'SELECT id FROM catalogue_sources WHERE name = $1',
    [source],
  );
  return [known?.id ?? Number.MAX_SAFE_INTEGER, checkedOn];
}

/**
 * What is known of some standards, `(KnownFigures & { key })[]` as one JSON text.
 * @param keys their identities, `string[]` as JSON
 */
export async function knownFigures(manager: Manager, keys: string): Promise<string> {
  const [row] = await queryRows<{ json: string }>(
    manager,
    `SELECT coalesce(json_agg(json_build_object('key', identity_key, 'title', title,
       'englishTitle', english_title, 'kind', coalesce(kind, ''), 'ccs', ccs, 'ics', ics,
       'issuedOn', issued_on,
       'inForceOn', in_force_on, 'withdrawnOn', withdrawn_on, 'statusClaimed', status_claimed,
       'statusWord', status_word, 'provenance', provenance)), '[]')::text AS json
     FROM catalogue_standards
     WHERE identity_key = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)))`,
    [keys],
  );
  return row?.json ?? '[]';
}

export async function writeEntries(manager: Manager, entries: readonly object[]): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    `INSERT INTO catalogue_standards AS c (identity_key, series_key, number, number_key, search_number,
       search_serial, level, is_plan, title, english_title, search_title, title_grams, kind, ccs, ics,
       issued_on, in_force_on, withdrawn_on, status_claimed, status_word, provenance)
     SELECT r."identityKey", r."seriesKey", r."number", r."numberKey", r."searchNumber", r."searchSerial",
       r."level", r."isPlan", r."title", r."englishTitle", r."searchTitle", r."titleGrams", r."kind",
       r."ccs", r."ics", r."issuedOn", r."inForceOn", r."withdrawnOn", r."statusClaimed", r."statusWord", r."provenance"
     FROM jsonb_to_recordset($1::jsonb) AS r("identityKey" text, "seriesKey" text, "number" text,
       "numberKey" text, "searchNumber" text, "searchSerial" text, "level" text, "isPlan" boolean,
       "title" text, "englishTitle" text, "searchTitle" text, "titleGrams" text[], "kind" text,
       "ccs" text, "ics" text,
       "issuedOn" date, "inForceOn" date, "withdrawnOn" date, "statusClaimed" text, "statusWord" text,
       "provenance" jsonb)
     ON CONFLICT (identity_key) DO UPDATE SET title = EXCLUDED.title,
       english_title = EXCLUDED.english_title, search_title = EXCLUDED.search_title,
       title_grams = EXCLUDED.title_grams, kind = EXCLUDED.kind, ccs = EXCLUDED.ccs,
       ics = EXCLUDED.ics, issued_on = EXCLUDED.issued_on,
       in_force_on = EXCLUDED.in_force_on, withdrawn_on = EXCLUDED.withdrawn_on,
       status_claimed = EXCLUDED.status_claimed, status_word = EXCLUDED.status_word,
       provenance = EXCLUDED.provenance, updated_at = now()`,
    [JSON.stringify(entries)],
  );
}

export async function writeReplacements(
  manager: Manager,
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

/** Until the transaction ends nobody else writes the catalogue. */
export async function holdCatalogue(manager: Manager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('liangxing.catalogue'))`);
}

/** Notes, in the transaction of a batch, how far the file is written. */
export async function noteRowsDone(
  manager: Manager,
  file: ImportedFile,
  done: number,
  isFinished: boolean,
): Promise<void> {
  await manager.query(
    `UPDATE catalogue_imports SET rows_done = $4, is_finished = $5, updated_at = now()
     WHERE sha256 = $1 AND source_id = $2 AND checked_on = $3`,
    [...file, done, isFinished],
  );
}

/** For the owner only; whoever else asks gets a warning, and PostgreSQL does it by itself after a while. */
export async function renewStatistics(manager: Manager): Promise<void> {
  await manager.query('VACUUM ANALYZE catalogue_standards');
  await manager.query('ANALYZE catalogue_replacements');
}
