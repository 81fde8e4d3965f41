/** Bytes of a .csv → text. Excel in China writes GB18030 without saying so. */
import type { SpreadsheetEncoding } from './sheet';
import { SpreadsheetProblem } from './spreadsheet-problem';

interface DecodedText {
  readonly text: string;
  readonly encoding: SpreadsheetEncoding;
}

/** A text of which less than one character in so many is lost was written in this encoding, and damaged later. */
const WHOLE_TO_LOST = 10;

function decodeWith(label: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** With U+FFFD for what is lost; undefined where too much is. */
function decodeDamaged(label: string, bytes: Buffer): string | undefined {
  const text = new TextDecoder(label).decode(bytes);
  let lost = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) lost += 1;
    else if (code > 0x7f) whole += 1;
  }
  return lost * WHOLE_TO_LOST <= whole ? text : undefined;
}

function encodingByMark(bytes: Buffer): SpreadsheetEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Byte order mark first, then strict UTF-8 (a GB18030 text of some length is never valid UTF-8), then UTF-8 with a
 * lost byte here and there (which GB18030 would often read as wrong characters), then GB18030 in the same order.
 * Lost characters stay visible as U+FFFD.
 * @throws SpreadsheetProblem `spreadsheet_damaged` where none of them reads most of the text
 */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = encodingByMark(bytes);
  const candidates: readonly SpreadsheetEncoding[] = marked ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    const text = decodeWith(encoding, bytes) ?? decodeDamaged(encoding, bytes);
    if (text !== undefined) return { text, encoding };
  }
  throw new SpreadsheetProblem('spreadsheet_damaged', { part: 'text' });
}
