/** What of an import runs in a thread: reading the file, and comparing its rows with the register. */
import { SPREADSHEET_LIMITS } from '@liangxing/spreadsheet';
import { readFile } from 'node:fs/promises';
import { readTable } from '../../../kernel/table-files';
import { importPieces, type ImportPiece } from './import-pieces';
import { previewOf, registeredFrom, type ChosenTable, type ImportPreview } from './import-preview';
import { packSheets, unpackSheets } from './packed-sheets';
import { refuseMisnamedText } from './recognition/misnamed-text';
import { bestSheet } from './recognition/choose-sheets';

interface PreviewedRows {
  readonly preview: ImportPreview;
  /** Rows never become objects in the thread that answers people. */
  readonly pieces: readonly ImportPiece[];
}

/** A file as it came → its preview, and its sheets packed for another mapping. */
export async function previewImport(input: {
  readonly path: string;
  readonly fileName: string;
  readonly maxBytes: number;
  readonly register: string;
}): Promise<PreviewedRows & { readonly packed: Uint8Array }> {
  const limits = { ...SPREADSHEET_LIMITS, bytes: input.maxBytes };
  const spreadsheet = await readTable(await readFile(input.path), limits);
  refuseMisnamedText(input.fileName, spreadsheet);
  const { encoding, sheets } = spreadsheet;
  const sheetNames = sheets.map(({ name }) => name);
  const { preview, planned } = previewOf(
    { fileName: input.fileName, encoding, sheetNames },
    sheets,
    {
      sheets: [bestSheet(sheets)],
      duplicates: 'update',
      leftOut: { hidden: false, struck: false },
    },
    registeredFrom(input.register),
  );
  return { preview, pieces: importPieces(planned), packed: packSheets(sheets) };
}

/** The same file with another sheet, head, mapping or policy. */
export function remapImport(input: {
  readonly packed: Uint8Array;
  readonly file: Pick<ImportPreview, 'fileName' | 'encoding' | 'sheetNames'>;
  readonly chosen: ChosenTable;
  readonly register: string;
}): PreviewedRows {
  const sheets = unpackSheets(input.packed);
  const { preview, planned } = previewOf(
    input.file,
    sheets,
    input.chosen,
    registeredFrom(input.register),
  );
  return { preview, pieces: importPieces(planned) };
}
