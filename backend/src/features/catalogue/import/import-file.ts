/** Import by a command, which reads the file in its own process. */
import { COMMAND_LIMITS } from '@liangxing/spreadsheet';
import type { DataSource } from 'typeorm';
import { readCatalogueFile } from './catalogue-file';
import {
  writeCatalogue,
  type CatalogueImportReport,
  type CatalogueSource,
} from './import-catalogue';

/** @param onBatch told after each batch how many rows are written */
export async function importCatalogue(
  dataSource: DataSource,
  { bytes, ...source }: CatalogueSource & { /** An .xlsx or .csv. */ readonly bytes: Buffer },
  onBatch?: (rowsDone: number) => unknown,
): Promise<CatalogueImportReport> {
  const file = await readCatalogueFile(bytes, COMMAND_LIMITS);
  return writeCatalogue(dataSource, file, source, onBatch);
}
