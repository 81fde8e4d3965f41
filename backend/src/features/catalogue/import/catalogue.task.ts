/** What of an import into the catalogue runs in a thread. */
import { CATALOGUE_LIMITS, type SpreadsheetLimits } from '@liangxing/spreadsheet';
import { readFile } from 'node:fs/promises';
import { readTable } from '../../../kernel/table-files';
import type { KnownFigures, Provenance } from '../catalogue-entry';
import { inBatches, readCatalogueFile, type CatalogueFile } from './catalogue-file';
import { inOrder, judgeRows, refusedRows, type CatalogueCounts } from './judge-rows';
import {
  readCatalogueTable,
  type CatalogueHead,
  type CatalogueRow,
  type CatalogueTable,
  type RowProblem,
} from './read-catalogue-table';

interface UploadedFile {
  readonly path: string;
  readonly maxBytes: number;
}

const SAMPLE_ROWS = 8;

const limitsOf = (bytes: number): SpreadsheetLimits => ({ ...CATALOGUE_LIMITS, bytes });

async function tableOf({ path, maxBytes }: UploadedFile): Promise<CatalogueTable> {
  return readCatalogueTable((await readTable(await readFile(path), limitsOf(maxBytes))).sheets);
}

/** Identities of the rows, `string[]` as JSON in each text: what the catalogue is asked for. */
export async function listCatalogueKeys(input: UploadedFile): Promise<string[]> {
  const { rows } = await tableOf(input);
  return inBatches(rows.map(({ keys }) => keys.identityKey)).map((keys) => JSON.stringify(keys));
}

export interface ForeseenImport extends Readonly<CatalogueCounts> {
  readonly head: CatalogueHead;
  /** The first rows as they are read: number, title, days and status. */
  readonly sample: readonly (readonly string[])[];
  /** Rows with a problem. */
  readonly refused: number;
  /** The first of them. */
  readonly problems: readonly RowProblem[];
}

/**
 * What an import would do. The file is read a second time: its rows would be dearer to keep for the answer of the
 * database, or to send there and back.
 * @param input.known `(KnownFigures & { key })[]` as PostgreSQL wrote them
 */
export async function foreseeCatalogue(
  input: UploadedFile & {
    readonly known: readonly string[];
    readonly provenance: Provenance;
    readonly mostProblems: number;
  },
): Promise<ForeseenImport> {
  const { head, rows, problems } = await tableOf(input);
  const known = new Map<string, KnownFigures>();
  for (const json of input.known)
    for (const { key, ...figures } of JSON.parse(json) as (KnownFigures & { key: string })[])
      known.set(key, figures);
  const counts: CatalogueCounts = { inserted: 0, changed: 0, unchanged: 0 };
  const judged = judgeRows(rows, known, input.provenance, counts);
  const found = inOrder([...problems, ...judged.problems]);
  return {
    ...counts,
    head,
    sample: rows.slice(0, SAMPLE_ROWS).map(sampleOf),
    refused: refusedRows(found),
    problems: found.slice(0, input.mostProblems),
  };
}

const sampleOf = ({ keys, figures }: CatalogueRow): string[] => [
  keys.number,
  figures.title,
  figures.issuedOn ?? '',
  figures.inForceOn ?? '',
  figures.withdrawnOn ?? '',
  figures.statusWord,
];

/** The rows of an upload, for the worker that writes them. */
export function readCatalogueUpload(input: {
  readonly bytes: Uint8Array;
  readonly maxBytes: number;
}): Promise<CatalogueFile> {
  const { buffer, byteOffset, byteLength } = input.bytes;
  return readCatalogueFile(Buffer.from(buffer, byteOffset, byteLength), limitsOf(input.maxBytes));
}
