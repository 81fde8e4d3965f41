/** Import by a command, which reads the file in its own process. */
import { COMMAND_LIMITS } from '@liangxing/spreadsheet';
import type { PlatformDatabase } from '../../../kernel';
import { readCatalogueFile } from './catalogue-file';
import { writeCatalogue, type CatalogueImportReport } from '../use-cases/import-catalogue';
import type { CatalogueSource } from './catalogue-rows.repository';

/** @param onBatch told after each batch how many rows are written */
export async function importCatalogue(
  database: PlatformDatabase,
  { bytes, ...source }: CatalogueSource & { /** An .xlsx or .csv. */ readonly bytes: Buffer },
  onBatch?: (rowsDone: number) => unknown,
): Promise<CatalogueImportReport> {
  const file = await readCatalogueFile(bytes, COMMAND_LIMITS);
  return writeCatalogue(database, file, source, onBatch);
}
