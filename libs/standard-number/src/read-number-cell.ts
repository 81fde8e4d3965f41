import { canonicalText, LONGEST_TEXT } from './canonical-text';
import { findStandardNumber } from './find-standard-number';
import { readStandardNumber, type NumberReading } from './parse-standard-number';
import { StandardReader } from './read-standard';
import { readingNote } from './remarks/number-remark';
import type { StandardNumber } from './standard-number';

const OPENING = '(（[［【〔{<《';
const CLOSING = ')）]］】〕}>》';

/** The pieces of a text between separators that stand outside of brackets. Linear. */
function split(text: string, separators: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (OPENING.includes(char)) depth += 1;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    const isBreak = separators.includes(char) && (depth === 0 || char === '\n');
    if (!isBreak) continue;
    pieces.push(text.slice(from, at).trim());
    from = at + 1;
    depth = 0;
  }
  pieces.push(text.slice(from).trim());
  return pieces.filter((piece) => piece !== '');
}

const isStandard = (reading: NumberReading): boolean => reading.number.kind === 'standard';
const isRead = (reading: NumberReading): boolean => reading.number.kind !== 'invalid';

/** `GB/T 1-2020 GB/T 2-2021`, parted by nothing but a blank or 和. */
const BETWEEN_NUMBERS = /^(?:[\s/+&和及与]|以及)+/u;

function splitByContent(text: string): readonly string[] {
  if (text.length > LONGEST_TEXT || !/[A-Za-z]/u.test(text.slice(text.search(/\d/u))))
    return [text];
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '') {
    const found = findStandardNumber(rest);
    if (found?.isAtBeginning !== true || found.end === 0) return [text];
    pieces.push(rest.slice(0, found.end));
    rest = rest.slice(found.end).replace(BETWEEN_NUMBERS, '');
  }
  return pieces;
}

/** Reads the pieces of one line, each with a view of the one before it. */
class PieceReader {
  readonly readings: NumberReading[] = [];
  private lastText = '';

  take(piece: string, reading: NumberReading): void {
    if (!isRead(reading) && (this.takeRemark(piece) || this.takeContinuation(piece))) return;
    const parts = isRead(reading) ? [piece] : splitByContent(piece);
    if (parts.length > 1) this.readings.push(...parts.map((part) => readStandardNumber(part)));
    else this.readings.push(reading);
    this.lastText = piece;
  }

  /** 英文版, 已作废 behind a separator: said of the number before. */
  private takeRemark(piece: string): boolean {
    const last = this.readings.at(-1);
    if (last === undefined || !isStandard(last)) return false;
    const text = `${this.lastText} ${piece}`;
    const joined = readStandardNumber(text);
    if (!isStandard(joined) || joined.number.normalized !== last.number.normalized) return false;
    if (joined.remarks.length <= last.remarks.length) return false;
    this.readings[this.readings.length - 1] = { ...joined, notes: last.notes };
    this.lastText = text;
    return true;
  }

  /** `1.2-2020` behind `GB/T 1.1-2020`. */
  private takeContinuation(piece: string): boolean {
    const last = this.readings.at(-1)?.number;
    if (last?.kind !== 'standard' || !/^\d/u.test(piece)) return false;
    const text = `${last.code} ${piece}`;
    const reading = readStandardNumber(text);
    if (reading.number.kind !== 'standard') return false;
    const number = { ...reading.number, original: piece };
    const notes = [...reading.notes, readingNote('code_taken_from_before')];
    this.readings.push({ ...reading, number, notes });
    this.lastText = text;
    return true;
  }
}

/**
 * Reads a cell that may hold several numbers, parted by lines, `；`, `、`, commas, or nothing but a
 * blank. What is no number stays in the answer as what it is, so that nothing of the cell is lost.
 * A cell with one number answers one reading; an empty cell answers none.
 */
export function readNumberCell(text: string): readonly NumberReading[] {
  const plain = text.trim();
  if (plain === '') return [];
  const whole = readStandardNumber(plain);
  if (isRead(whole) || !/\d/u.test(plain)) return [whole];
  return split(plain, '\n\r;；').flatMap((line) =>
    readLine(line, line === plain ? whole : readStandardNumber(line)),
  );
}

function readLine(line: string, reading: NumberReading): readonly NumberReading[] {
  if (isRead(reading)) return [reading];
  const reader = new PieceReader();
  for (const piece of split(line, '、,，'))
    reader.take(piece, piece === line ? reading : readStandardNumber(piece));
  return reader.readings.some((found) => isRead(found)) ? reader.readings : [reading];
}

const LEADING_WORDS = /^\s*(?:部分)?(?:代替|替代|取代|替换)\s*[:：]?/u;

/**
 * The standard numbers that a cell of a 代替 column names, whatever stands around them: of
 * `代替DB11/T 2025-2022主管部门：…` the number alone.
 */
export function standardNumbersIn(text: string): readonly StandardNumber[] {
  return readNumberCell(text.replace(LEADING_WORDS, '')).flatMap(({ number }) => {
    if (number.kind === 'standard') return [number];
    if (number.kind !== 'invalid') return [];
    return split(number.original, '、,，').flatMap((piece) =>
      piece.length > LONGEST_TEXT
        ? []
        : new StandardReader({ steps: 0 }).numbersWithin(canonicalText(piece)),
    );
  });
}
