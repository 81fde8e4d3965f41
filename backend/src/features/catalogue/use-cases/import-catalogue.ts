/** Writes catalogue rows as the migrator or as the worker, batch by batch; a broken-off import goes on where it stopped. */
import type { EntityManager } from 'typeorm';
import type { PlatformDatabase } from '../../../kernel';
import type { KnownFigures, Provenance } from '../catalogue-entry';
import { entryOf, judgeRows, type CatalogueCounts } from '../import/judge-rows';
import type { CatalogueFile } from '../import/catalogue-file';
import {
  holdCatalogue,
  idOfSource,
  knownFigures,
  noteRowsDone,
  renewStatistics,
  rowsDone,
  writeEntries,
  writeReplacements,
  type CatalogueSource,
} from '../import/catalogue-rows.repository';
import type { CatalogueRow, RowProblem } from '../import/read-catalogue-table';

export interface CatalogueImportReport {
  readonly rows: number;
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that were written by an earlier run of the same file. */
  readonly alreadyDone: number;
  readonly problems: readonly RowProblem[];
}

/** Beyond so many written rows the statistics of the tables are made anew. */
const MANY_ROWS = 5_000;

/**
 * Brings the rows of a file into the catalogue. Every batch is one transaction together with the note how far the file
 * is written, so nothing stands half written and the same file again costs one look.
 * @param onBatch told after each batch how many rows are written
 */
export async function writeCatalogue(
  database: PlatformDatabase,
  { sha256, count, batches, problems }: CatalogueFile,
  { source, checkedOn }: CatalogueSource,
  onBatch: (rowsDone: number) => unknown = () => undefined,
): Promise<CatalogueImportReport> {
  const found: RowProblem[] = [...problems];
  const sourceId = await idOfSource(database.manager, source);
  const file = [sha256, sourceId, checkedOn] as const;
  const alreadyDone = await rowsDone(database.manager, file);
  const counts: CatalogueCounts = { inserted: 0, changed: 0, unchanged: 0 };
  let done = 0;
  for (const text of batches) {
    const rows = JSON.parse(text) as CatalogueRow[];
    const batch = rows.slice(Math.max(0, alreadyDone - done));
    done += rows.length;
    if (batch.length === 0) continue;
    // A transaction that meets another one is done again: only what it committed is counted.
    const written = await database.transaction('', async (manager) => {
      await holdCatalogue(manager);
      const inBatch: CatalogueCounts = { inserted: 0, changed: 0, unchanged: 0 };
      const refused = await writeBatch(manager, batch, [sourceId, checkedOn], inBatch);
      await noteRowsDone(manager, file, done, done === count);
      return { inBatch, refused };
    });
    found.push(...written.refused);
    for (const kind of ['inserted', 'changed', 'unchanged'] as const)
      counts[kind] += written.inBatch[kind];
    await onBatch(done);
  }
  if (counts.inserted + counts.changed > MANY_ROWS) {
    await renewStatistics(database.manager);
  }
  return { rows: count, ...counts, alreadyDone, problems: found };
}

async function writeBatch(
  manager: EntityManager,
  batch: readonly CatalogueRow[],
  provenance: Provenance,
  counts: CatalogueCounts,
): Promise<readonly RowProblem[]> {
  const keys = JSON.stringify(batch.map(({ keys }) => keys.identityKey));
  const known = await knownFigures(manager, keys);
  const entries = JSON.parse(known) as (KnownFigures & { readonly key: string })[];
  const byKey = new Map(entries.map(({ key, ...figures }) => [key, figures]));
  const { written, taken, problems } = judgeRows(batch, byKey, provenance, counts);
  await writeEntries(manager, written.map(entryOf));
  await writeReplacements(manager, taken, provenance);
  return problems;
}
