/** Bytes of a .csv → text. Excel in China writes GB18030 without saying so. */
import type { SpreadsheetEncoding } from './sheet';
import { SpreadsheetProblem } from './spreadsheet-problem';

export interface DecodedText {
  readonly text: string;
  readonly encoding: SpreadsheetEncoding;
}

function decodeWith(label: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingByMark(bytes: Buffer): SpreadsheetEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Byte order mark first, then strict UTF-8 (a GB18030 text of some length is never valid UTF-8), then GB18030.
 * @throws SpreadsheetProblem `spreadsheet_damaged` where none of them reads the bytes without loss
 */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = encodingByMark(bytes);
  const candidates: readonly SpreadsheetEncoding[] = marked ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    const text = decodeWith(encoding, bytes);
    if (text !== undefined) return { text, encoding };
  }
  throw new SpreadsheetProblem('spreadsheet_damaged', { part: 'text' });
}
