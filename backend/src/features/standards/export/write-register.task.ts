import type { ExportFormat } from './export-format';
import type { ExportedRow } from './register-table';
import { writeCsv, writeXlsx } from './write-export';

export interface WrittenRegister {
  readonly format: ExportFormat;
  /** JSON of `ExportedRow`s. */
  readonly rows: string;
}

/** The register as the bytes of a file. */
export async function writeRegister({ format, rows }: WrittenRegister): Promise<Uint8Array> {
  const register = JSON.parse(rows) as ExportedRow[];
  return format === 'csv' ? writeCsv(register) : writeXlsx(register);
}
