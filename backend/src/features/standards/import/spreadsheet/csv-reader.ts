/** Text with separators → one sheet (RFC 4180 as Excel and WPS really write it). */
import { wholeText } from '@liangxing/contracts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sheet, SheetRow, Spreadsheet, SpreadsheetLimits } from './spreadsheet';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { withoutGuard } from './formula-guard';
import { decodeText } from './text-encoding';

const SEPARATORS = [',', ';', '\t', '|', '，'] as const;
/** Rows read in one turn of the event loop. */
const ROWS_PER_TURN = 1_000;

interface Position {
  at: number;
}

/** A field in quotes from its opening quote; leaves the position behind what follows the closing one. */
function readQuoted(text: string, position: Position, separator: string): string {
  let value = '';
  let from = position.at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      position.at = text.length;
      return value + text.slice(from);
    }
    value += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    // What stands between the closing quote and the separator belongs to the field, as Excel reads it.
    position.at = quote + 1;
    return value + readPlain(text, position, separator);
  }
}

function readPlain(text: string, position: Position, separator: string): string {
  const from = position.at;
  let at = from;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === separator || char === '\n' || char === '\r') break;
  }
  position.at = at;
  return text.slice(from, at);
}

function endOfRow(text: string, position: Position): boolean {
  const char = text[position.at];
  if (char === undefined) return true;
  if (char !== '\n' && char !== '\r') return false;
  position.at += char === '\r' && text[position.at + 1] === '\n' ? 2 : 1;
  return true;
}

function readRecord(text: string, position: Position, separator: string): string[] {
  const cells: string[] = [];
  for (;;) {
    const isQuoted = text[position.at] === '"';
    cells.push(
      isQuoted ? readQuoted(text, position, separator) : readPlain(text, position, separator),
    );
    if (endOfRow(text, position)) return cells;
    position.at += 1;
  }
}

/** The separator that cuts the first rows into the most, and the most equal, columns. */
function separatorOf(text: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(0, 10))?.[1];
  if (declared) return declared;
  let best = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    const position = { at: 0 };
    for (let row = 0; row < 50 && position.at < text.length; row += 1) {
      const { length } = readRecord(text, position, separator);
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

function checkCells(cells: readonly string[], row: number, limits: SpreadsheetLimits): void {
  for (const cell of cells)
    if (cell.length > limits.cellCharacters)
      throw new SpreadsheetProblem('spreadsheet_cell_too_long', {
        row,
        limit: limits.cellCharacters,
      });
}

/**
 * Reads a .csv: UTF-8 with or without mark, UTF-16 with mark, GB18030; comma, semicolon, tab, bar.
 * @throws SpreadsheetProblem beyond the limits or for text in no known encoding
 */
export async function readCsv(bytes: Buffer, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const { text: decoded, encoding } = decodeText(bytes);
  const text = wholeText(decoded);
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  const position = { at: /^sep=.\r?\n/i.exec(text.slice(0, 10))?.[0].length ?? 0 };
  let cellCount = 0;
  for (let number = 1; position.at < text.length; number += 1) {
    const cells = readRecord(text, position, separator).slice(0, limits.columns);
    if (cells.some((cell) => cell.trim() !== '')) {
      checkCells(cells, number, limits);
      cellCount += cells.length;
      rows.push({
        number,
        cells: cells.map((cell) => (cell === '' ? undefined : withoutGuard(cell))),
      });
    }
    if (rows.length > limits.rows)
      throw new SpreadsheetProblem('spreadsheet_too_many_rows', { limit: limits.rows });
    if (cellCount > limits.cells)
      throw new SpreadsheetProblem('spreadsheet_too_many_cells', { limit: limits.cells });
    if (number % ROWS_PER_TURN === 0) await nextTurn();
  }
  const sheet: Sheet = { name: 'CSV', isHidden: false, rows, wideMerges: [] };
  return { encoding, sheets: [sheet] };
}
