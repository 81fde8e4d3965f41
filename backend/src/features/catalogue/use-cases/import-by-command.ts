import { PlatformAudit, type PlatformDatabase } from '../../../kernel';
import type { CatalogueSource } from '../import/catalogue-rows.repository';
import type { CatalogueImportReport } from './import-catalogue';
import { importCatalogue } from '../import/import-file';
import { refusedRows } from '../import/judge-rows';

/** Whoever runs commands on the server is known to no account. */
const COMMAND = { userId: '', userName: '', correlationId: '' };

/**
 * Import by whoever keeps the installation; the trail of the platform says so.
 * @param onBatch told after each batch how many rows are written
 */
export async function importByCommand(
  database: PlatformDatabase,
  file: CatalogueSource & { readonly bytes: Buffer; readonly fileName: string },
  onBatch?: (rowsDone: number) => unknown,
): Promise<CatalogueImportReport> {
  const { fileName, source } = file;
  const report = await importCatalogue(database, file, onBatch);
  const { inserted, changed, unchanged, alreadyDone } = report;
  const counts = { inserted, changed, unchanged: unchanged + alreadyDone };
  const rows = counts.inserted + counts.changed + counts.unchanged;
  const figures = { ...counts, rows, refused: refusedRows(report.problems) };
  await database.transaction('', (manager) =>
    new PlatformAudit().record(
      manager,
      COMMAND,
      'catalogue.imported',
      { type: 'catalogue_import', id: fileName },
      { ...figures, source, by: 'command' },
    ),
  );
  return report;
}
