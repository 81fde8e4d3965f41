/** Formulas for which a file holds no result, as programs without a calculator write them. */
import { wholeText } from '@liangxing/contracts';
import { columnLetters, rangeOf } from './cell-reference';
import type { SheetRow, UncountedFormulas } from './sheet';

/** What Excel holds in a cell, as formula and as text. */
export const LONGEST_FORMULA = 8_192;
const LONGEST_TEXT = 32_767;
/** Pieces of a join; of joins that refer to joins. */
const MOST_PIECES = 50;
const DEEPEST = 20;

type Piece = { readonly text: string } | { readonly row: number; readonly column: number };

interface AwaitedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const PIECE = /\s*(?:"((?:[^"]|"")*)"|(\d{1,15})|(\$?[A-Za-z]{1,3}\$?\d{1,7}))\s*/y;

function pieceOf([, quoted, digits, reference = '']: RegExpExecArray): Piece | undefined {
  if (quoted !== undefined) return { text: quoted.replaceAll('""', '"') };
  if (digits !== undefined) return { text: digits };
  const cell = rangeOf(reference);
  return cell && { row: cell.firstRow, column: cell.firstColumn };
}

/**
 * The pieces of a formula that only joins texts: `B2&" "&C2&"-"&D2`, `CONCATENATE(B2,"-",C2)`, `B2`. Undefined for
 * every other one, also for one that looks into another sheet.
 */
function joinedPieces(formula: string): readonly Piece[] | undefined {
  if (formula.length > LONGEST_FORMULA) return undefined;
  const [, inner] = /^=?\s*(?:_xlfn\.)?CONCAT(?:ENATE)?\(([^]*)\)\s*$/i.exec(formula) ?? [];
  const body = inner ?? formula.replace(/^=/, '');
  const separator = inner === undefined ? '&' : ',';
  const pieces: Piece[] = [];
  for (let at = 0; pieces.length < MOST_PIECES; at += 1) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(body);
    const piece = match ? pieceOf(match) : undefined;
    if (piece === undefined) return undefined;
    pieces.push(piece);
    at = PIECE.lastIndex;
    if (at >= body.length) return pieces;
    if (body.charAt(at) !== separator) return undefined;
  }
  return undefined;
}

const keyOf = (row: number, column: number): string => `${row}:${column}`;

/** The formulas of a sheet that wait until all its cells are read. */
export class JoinFormulas {
  private readonly awaited: AwaitedFormula[] = [];
  private readonly formulas = new Map<string, string>();
  private readonly results = new Map<string, string | undefined>();
  private cells = new Map<number, readonly (string | undefined)[]>();

  add(formula: AwaitedFormula): void {
    this.awaited.push(formula);
    this.formulas.set(keyOf(formula.row, formula.column), formula.formula);
  }

  /**
   * Joins what can be joined. Figures are joined as they are shown.
   * @param put takes a text that was joined to its place
   * @returns the formulas that stay without a result, by column
   */
  fill(
    rows: readonly SheetRow[],
    put: (text: string, row: number, column: number) => void,
  ): readonly UncountedFormulas[] {
    if (this.awaited.length === 0) return [];
    this.cells = new Map(rows.map(({ number, cells }) => [number, cells]));
    const uncounted = new Map<number, number>();
    for (const { row, column } of this.awaited) {
      const text = this.textAt(row, column, 0);
      if (text === undefined) uncounted.set(column, (uncounted.get(column) ?? 0) + 1);
      else if (text.trim() !== '') put(wholeText(text), row, column);
    }
    return [...uncounted]
      .sort(([a], [b]) => a - b)
      .map(([column, found]) => ({ column: columnLetters(column), count: found }));
  }

  /** Text of a cell; undefined where it is a formula that is no join. */
  private textAt(row: number, column: number, depth: number): string | undefined {
    const key = keyOf(row, column);
    const formula = this.formulas.get(key);
    if (formula === undefined) return this.cells.get(row)?.[column - 1] ?? '';
    if (this.results.has(key)) return this.results.get(key);
    if (depth > DEEPEST) return undefined;
    // A circle finds itself without a result.
    this.results.set(key, undefined);
    const text = this.joined(formula, depth + 1);
    this.results.set(key, text);
    return text;
  }

  private joined(formula: string, depth: number): string | undefined {
    let text = '';
    for (const piece of joinedPieces(formula) ?? [undefined]) {
      const part =
        piece === undefined || 'text' in piece
          ? piece?.text
          : this.textAt(piece.row, piece.column, depth);
      if (part === undefined || text.length + part.length > LONGEST_TEXT) return undefined;
      text += part;
    }
    return text;
  }
}
