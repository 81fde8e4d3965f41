import { canonicalText } from '../canonical-text';
import { parseStandardNumber } from '../parse-standard-number';

/**
 * How an enterprise numbers its own standards, as a pattern people can read:
 * `Q/SLJD {类别}{序号:4}-{年}` gives `Q/SLJD J0201-2026`.
 */
export interface NumberingRule {
  readonly pattern: string;
  readonly pieces: readonly NumberingPiece[];
}

type NumberingPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** Letter(s) of the class: J technical, G management, Z or GW posts. */
  | { readonly kind: 'class' }
  /** Code of the node in the standard system: `CP3.2`. */
  | { readonly kind: 'node' }
  /** Running number, filled with zeros to so many digits. */
  | { readonly kind: 'serial'; readonly digits: number }
  | { readonly kind: 'year' };

type NumberingFault =
  | 'empty'
  | 'unknown_placeholder'
  | 'unclosed_placeholder'
  | 'no_serial'
  | 'several_serials'
  | 'no_year'
  | 'repeated_placeholder'
  | 'digits_out_of_range'
  /** Two variable pieces touch and could not be told apart. */
  | 'not_separable'
  /** What it gives is no number of an enterprise standard: it has to begin with Q/ and a code. */
  | 'not_an_enterprise_number';

export class NumberingRuleError extends Error {
  /** `at`: position in the pattern, from 0. */
  constructor(
    readonly fault: NumberingFault,
    readonly at: number,
    readonly piece = '',
  ) {
    super(`${fault} at ${at}${piece === '' ? '' : `: ${piece}`}`);
  }
}

/** What fills the placeholders. */
interface NumberingValues {
  readonly class?: string | undefined;
  readonly node?: string | undefined;
  /** From 1. */
  readonly serial: number;
  /** Four digits. */
  readonly year: number;
}

const PLACEHOLDERS: Readonly<Record<string, 'class' | 'node' | 'serial' | 'year'>> = {
  类别: 'class',
  class: 'class',
  体系编号: 'node',
  node: 'node',
  序号: 'serial',
  serial: 'serial',
  年: 'year',
  年份: 'year',
  year: 'year',
};

const LONGEST_PATTERN = 80;
const MOST_DIGITS = 6;

function placeholder(text: string, at: number): NumberingPiece {
  const [name = '', digits] = text.split(':').map((part) => part.trim());
  const kind = PLACEHOLDERS[name];
  if (kind === undefined) throw new NumberingRuleError('unknown_placeholder', at, `{${text}}`);
  if (kind !== 'serial') return { kind };
  const count = digits === undefined ? 3 : Number(digits);
  if (!Number.isInteger(count) || count < 1 || count > MOST_DIGITS) {
    throw new NumberingRuleError('digits_out_of_range', at, `{${text}}`);
  }
  return { kind, digits: count };
}

function piecesOf(pattern: string): readonly NumberingPiece[] {
  const pieces: NumberingPiece[] = [];
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf('{', at);
    if (open !== at) {
      const end = open === -1 ? pattern.length : open;
      pieces.push({ kind: 'text', text: pattern.slice(at, end) });
      at = end;
      continue;
    }
    const close = pattern.indexOf('}', open);
    if (close === -1) throw new NumberingRuleError('unclosed_placeholder', open);
    pieces.push(placeholder(pattern.slice(open + 1, close), open));
    at = close + 1;
  }
  return pieces;
}

function checkPieces(pieces: readonly NumberingPiece[]): void {
  const count = (kind: NumberingPiece['kind']): number =>
    pieces.filter((piece) => piece.kind === kind).length;
  if (count('serial') === 0) throw new NumberingRuleError('no_serial', 0);
  if (count('serial') > 1) throw new NumberingRuleError('several_serials', 0);
  if (count('year') === 0) throw new NumberingRuleError('no_year', 0);
  for (const kind of ['class', 'node', 'year'] as const) {
    if (count(kind) > 1) throw new NumberingRuleError('repeated_placeholder', 0, kind);
  }
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    // A class is letters and a serial is digits: those two may touch. A node may end in digits.
    const isClear = piece.kind === 'text' || piece.kind === 'class' || next?.kind === 'text';
    if (next !== undefined && !isClear) throw new NumberingRuleError('not_separable', index);
  });
}

/**
 * Reads a pattern. Placeholders: `{类别}`, `{体系编号}`, `{序号:4}`, `{年}`, or their English names.
 * @throws NumberingRuleError saying what is wrong and where
 */
export function parseNumberingRule(pattern: string): NumberingRule {
  const text = canonicalText(pattern).trim();
  if (text === '' || text.length > LONGEST_PATTERN) throw new NumberingRuleError('empty', 0);
  const pieces = piecesOf(text);
  checkPieces(pieces);
  const rule = { pattern: text, pieces };
  const example = formatOwnNumber(rule, { class: 'J', node: 'J01', serial: 1, year: 2026 });
  const parsed = parseStandardNumber(example);
  if (parsed.kind !== 'standard' || parsed.level !== 'enterprise') {
    throw new NumberingRuleError('not_an_enterprise_number', 0, example);
  }
  return rule;
}

/** The number that the rule gives for these values. A serial beyond its digits grows. */
export function formatOwnNumber(rule: NumberingRule, values: NumberingValues): string {
  return rule.pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text;
        case 'serial':
          return String(values.serial).padStart(piece.digits, '0');
        case 'year':
          return String(values.year).padStart(4, '0');
        default:
          return values[piece.kind] ?? '';
      }
    })
    .join('');
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
/** Blanks and the kinds of dashes make no difference between two numbers. */
const squeeze = (text: string): string => canonicalText(text).replaceAll(/\s+/gu, '').toUpperCase();

const GROUPS: Readonly<Record<Exclude<NumberingPiece['kind'], 'text'>, string>> = {
  class: '(?<class>[A-Z]{0,4})',
  node: '(?<node>[A-Z0-9.]{0,20})',
  serial: '(?<serial>\\d{1,9})',
  year: '(?<year>\\d{4})',
};

function expressionOf(rule: NumberingRule): RegExp {
  const source = rule.pieces.map((piece) =>
    piece.kind === 'text' ? escape(squeeze(piece.text)) : GROUPS[piece.kind],
  );
  return new RegExp(`^${source.join('')}$`, 'u');
}

/** Takes a number apart by the rule; undefined where it does not follow it. */
export function matchOwnNumber(rule: NumberingRule, number: string): NumberingValues | undefined {
  const found = expressionOf(rule).exec(squeeze(number))?.groups;
  if (found === undefined) return undefined;
  return {
    serial: Number(found['serial']),
    year: Number(found['year']),
    ...(found['class'] === undefined || found['class'] === '' ? {} : { class: found['class'] }),
    ...(found['node'] === undefined || found['node'] === '' ? {} : { node: found['node'] }),
  };
}

/**
 * The next number that no standard has: one above the highest serial of the same class and node,
 * whatever its year, for a serial is never given twice.
 */
export function nextOwnNumber(
  rule: NumberingRule,
  taken: Iterable<string>,
  values: Omit<NumberingValues, 'serial'>,
): string {
  const wanted = (kind: 'class' | 'node'): string =>
    rule.pieces.some((piece) => piece.kind === kind) ? squeeze(values[kind] ?? '') : '';
  const series = `${wanted('class')}/${wanted('node')}`;
  const expression = expressionOf(rule);
  let highest = 0;
  for (const number of taken) {
    const found = expression.exec(squeeze(number))?.groups;
    if (found === undefined) continue;
    if (`${found['class'] ?? ''}/${found['node'] ?? ''}` !== series) continue;
    highest = Math.max(highest, Number(found['serial']));
  }
  return formatOwnNumber(rule, { ...values, serial: highest + 1 });
}
