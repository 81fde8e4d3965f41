/** Text with separators → one sheet (RFC 4180 as Excel and WPS really write it). */
import { wholeText } from '@liangxing/contracts';
import { CellTally } from './cell-tally';
import { withoutGuard } from './formula-guard';
import type { SpreadsheetLimits } from './limits';
import type { SheetRow, Spreadsheet } from './sheet';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { decodeText } from './text-encoding';

const SEPARATORS = [',', ';', '\t', '|', '，'] as const;
/** The separator is told by the beginning of the text. */
const SAMPLE_CHARACTERS = 262_144;
const SAMPLE_ROWS = 50;
const SHEET_NAME = 'CSV';

/** Walks over a text record by record; every character is looked at once. */
class RecordReader {
  /** Records read so far. */
  number = 0;
  hasMoreColumns = false;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private readonly limits: Pick<SpreadsheetLimits, 'columns' | 'cellCharacters'>,
    private at = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The cells of the next record; those beyond the last column are passed over. */
  next(): string[] {
    this.number += 1;
    const cells: string[] = [];
    for (;;) {
      const cell = this.text[this.at] === '"' ? this.quoted() : this.plain();
      if (cells.length < this.limits.columns) cells.push(cell);
      else if (cell.trim() !== '') this.hasMoreColumns = true;
      if (this.endsRecord()) return cells;
      this.at += 1;
    }
  }

  /** A field in quotes from its opening quote; leaves the position behind what follows the closing one. */
  private quoted(): string {
    const from = this.at + 1;
    let end = from;
    let hasDoubled = false;
    for (;;) {
      end = this.text.indexOf('"', end);
      if (end < 0) end = this.text.length;
      // A quote without its partner must not swallow the file; of two quotes one stays.
      if (end - from > this.limits.cellCharacters * 2) throw this.tooLong();
      if (this.text[end + 1] !== '"') break;
      hasDoubled = true;
      end += 2;
    }
    const inner = this.text.slice(from, end);
    this.at = Math.min(end + 1, this.text.length);
    // What stands between the closing quote and the separator belongs to the field, as Excel reads it.
    return this.checked((hasDoubled ? inner.replaceAll('""', '"') : inner) + this.plain());
  }

  private plain(): string {
    const from = this.at;
    let at = from;
    for (; at < this.text.length; at += 1) {
      const char = this.text.charAt(at);
      if (char === this.separator || char === '\n' || char === '\r') break;
    }
    this.at = at;
    return this.checked(this.text.slice(from, at));
  }

  private checked(cell: string): string {
    if (cell.length > this.limits.cellCharacters) throw this.tooLong();
    return cell;
  }

  private tooLong(): SpreadsheetProblem {
    const limit = this.limits.cellCharacters;
    return new SpreadsheetProblem('spreadsheet_cell_too_long', { row: this.number, limit });
  }

  private endsRecord(): boolean {
    const char = this.text[this.at];
    if (char === undefined) return true;
    if (char !== '\n' && char !== '\r') return false;
    this.at += char === '\r' && this.text[this.at + 1] === '\n' ? 2 : 1;
    return true;
  }
}

/** The separator that cuts the first rows into the most, and the most equal, columns. */
function separatorOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    const anyLength = { columns: SAMPLE_CHARACTERS, cellCharacters: SAMPLE_CHARACTERS };
    const records = new RecordReader(sample, separator, anyLength);
    while (records.number < SAMPLE_ROWS && !records.isAtEnd) {
      const { length } = records.next();
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    const score = Math.max(
      0,
      ...[...counts].map(([columns, rows]) => rows * Math.min(columns, 20)),
    );
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

/**
 * Reads a .csv: UTF-8 with or without mark, UTF-16 with mark, GB18030; comma, semicolon, tab, bar.
 * @throws SpreadsheetProblem beyond the limits or for text in no known encoding
 */
export function readCsv(bytes: Buffer, limits: SpreadsheetLimits): Spreadsheet {
  const { text: decoded, encoding } = decodeText(bytes);
  const text = wholeText(decoded);
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(0, 10));
  const separator = declared?.[1] ?? separatorOf(text);
  const records = new RecordReader(text, separator, limits, declared?.[0].length ?? 0);
  const tally = new CellTally(limits);
  const rows: SheetRow[] = [];
  while (!records.isAtEnd) {
    const cells = records.next();
    if (cells.every((cell) => cell.trim() === '')) continue;
    const { number } = records;
    tally.addRow();
    for (const cell of cells) if (cell !== '') tally.addCell(cell, SHEET_NAME, number);
    rows.push({
      number,
      cells: cells.map((cell) => (cell === '' ? undefined : withoutGuard(cell))),
    });
  }
  const more = records.hasMoreColumns ? { hasMoreColumns: true as const } : {};
  return { encoding, sheets: [{ name: SHEET_NAME, isHidden: false, rows, ...more }] };
}
