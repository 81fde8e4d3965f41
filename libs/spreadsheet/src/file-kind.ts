/** What a file is by its first bytes; its name is not believed. */
import { SpreadsheetProblem } from './spreadsheet-problem';

/** `old`: a workbook of Excel 5 … 2003, or of WPS. */
type FileKind = 'zip' | 'text' | 'old';

const starts = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['Windows program', [0x4d, 0x5a, 0x90]],
];

/** Stream names inside an OLE file are UTF-16; an encrypted .xlsx is wrapped in one. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const WORKBOOK_STREAMS = [Buffer.from('Workbook', 'utf16le'), Buffer.from('Book', 'utf16le')];

function compoundKindOf(bytes: Buffer): 'old' {
  if (bytes.includes(ENCRYPTED_STREAM)) throw new SpreadsheetProblem('spreadsheet_encrypted');
  if (WORKBOOK_STREAMS.some((name) => bytes.includes(name))) return 'old';
  throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: 'Word / OLE' });
}

function refuseMarkup(bytes: Buffer): void {
  const head = bytes.subarray(0, 1024).toString('latin1').trimStart().toLowerCase();
  if (/^(ï»¿)?\s*(<!doctype html|<html|<table|<meta)/.test(head))
    throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: 'HTML' });
  if (/^(ï»¿)?\s*<\?xml/.test(head))
    throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: 'XML' });
  if (head.startsWith('{\\rtf'))
    throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: 'RTF' });
}

/** Plain text has no NUL and hardly any control character, unless it is UTF-16 and says so. */
function looksBinary(bytes: Buffer): boolean {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return false;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
      controls += 1;
  }
  return controls > sample.length / 100;
}

/**
 * Tells a package (.xlsx, .ods), an old workbook (.xls, .et) and text (.csv) by content.
 * @throws SpreadsheetProblem where it is neither, naming what it is
 */
export function fileKindOf(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw new SpreadsheetProblem('spreadsheet_empty');
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundKindOf(bytes);
  const known = SIGNATURES.find(([, signature]) => starts(bytes, ...signature));
  if (known) throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: known[0] });
  refuseMarkup(bytes);
  if (looksBinary(bytes))
    throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: 'binary' });
  return 'text';
}
