import { Cursor } from './cursor';
import { expandYear, type Draft, type Failure } from './reading';
import type { Adoption, AdoptionDegree, Amendment, StandardNumber } from './standard-number';

/** Parses an adopted number; given by the caller so that the readers do not import each other in a ring. */
export type ReadWhole = (text: string) => StandardNumber | undefined;

const DEGREES: readonly AdoptionDegree[] = ['IDT', 'MOD', 'NEQ', 'EQV'];
const ISO_AMENDMENTS = { AMD: 'Amd', COR: 'Cor', ADD: 'Add' } as const;

function withAmendment(draft: Draft, amendment: Amendment): Draft {
  return { ...draft, amendments: [...(draft.amendments ?? []), amendment] };
}

function yearAfter(cursor: Cursor): number | undefined {
  const start = cursor.position;
  if (cursor.take('-') || cursor.take(':')) {
    const digits = cursor.takeDigits();
    const year = digits.length === 4 ? expandYear(digits) : undefined;
    if (year !== undefined) return year;
  }
  cursor.position = start;
  return undefined;
}

function amendmentOf(cursor: Cursor, type: Amendment['type']): Amendment | undefined {
  const digits = cursor.takeDigits();
  if (digits.length > 4 || (digits === '' && type !== 'AC')) return undefined;
  const number = Number(digits);
  const year = yearAfter(cursor);
  return { type, number, ...(year === undefined ? {} : { year }) };
}

/** `/XG1-2015`, `/Amd 1:2024`, `+A2:2019`, `+AC:2010`. */
function readAmendment(cursor: Cursor): Amendment | undefined {
  const start = cursor.position;
  if (cursor.take('/XG') || cursor.take(' XG')) return amendmentOf(cursor, 'XG');
  for (const [sign, type] of Object.entries(ISO_AMENDMENTS)) {
    if (cursor.take(`/${sign}`) || cursor.take(`+${sign}`)) {
      if (!cursor.skipBlank()) cursor.take('.');
      return amendmentOf(cursor, type);
    }
  }
  if (cursor.take('+AC')) return amendmentOf(cursor, 'AC');
  if (cursor.take('+A')) return amendmentOf(cursor, 'A');
  cursor.position = start;
  return undefined;
}

/** 第 1 号修改单, in brackets or not: the older way to name XG1. */
function readAmendmentSheet(cursor: Cursor): Amendment | undefined {
  const start = cursor.position;
  cursor.skipBlank();
  const isBracketed = cursor.take('(');
  if (cursor.take('第')) {
    cursor.skipBlank();
    const digits = cursor.takeDigits();
    cursor.skipBlank();
    const isSheet = digits !== '' && digits.length <= 2 && cursor.take('号修改单');
    if (isSheet && (!isBracketed || cursor.take(')')))
      return { type: 'XG', number: Number(digits) };
  }
  cursor.position = start;
  return undefined;
}

function takeDegree(text: string): { degree: AdoptionDegree; rest: string } | undefined {
  for (const degree of DEGREES) {
    if (text.startsWith(`${degree} `)) return { degree, rest: text.slice(degree.length + 1) };
    for (const sign of [', ', ',', ' ']) {
      const end = `${sign}${degree}`;
      if (text.endsWith(end)) return { degree, rest: text.slice(0, -end.length) };
    }
  }
  return undefined;
}

/** `ISO 9001:2015, IDT` or `IDT ISO 9001:2015` or only the number. */
function noteAdoption(text: string, readWhole: ReadWhole): Adoption | undefined {
  const marked = takeDegree(text);
  const number = readWhole(marked?.rest ?? text);
  if (number === undefined || number.adoption !== undefined) return undefined;
  return { number, form: 'note', ...(marked === undefined ? {} : { degree: marked.degree }) };
}

/** `(2018年版)` of a partly revised print. */
function editionYearOf(text: string): number | undefined {
  const isEdition = text.length >= 5 && (text.slice(4) === '年版' || text.slice(4) === '版');
  return isEdition ? expandYear(text.slice(0, 4)) : undefined;
}

const LANGUAGE_MARKS = new Set(['E', 'F', 'EN', 'CN', 'E/F']);

/** One pair of brackets at the cursor: edition, language mark, adoption. */
function readBrackets(cursor: Cursor, draft: Draft, readWhole: ReadWhole): Draft | undefined {
  const start = cursor.position;
  cursor.skipBlank();
  if (cursor.take('(')) {
    const content = cursor.takeWhile((char) => char !== ')');
    if (cursor.take(')')) {
      const editionYear = editionYearOf(content);
      if (
        editionYear !== undefined &&
        draft.year !== undefined &&
        draft.editionYear === undefined
      ) {
        return { ...draft, editionYear };
      }
      if (draft.level === 'international' && LANGUAGE_MARKS.has(content)) return draft;
      const adoption =
        draft.adoption === undefined ? noteAdoption(content.trim(), readWhole) : undefined;
      if (adoption !== undefined) return { ...draft, adoption };
    }
  }
  cursor.position = start;
  return undefined;
}

/** The rest of the text as an adopted number: `/ISO 9001:2015`, ` IDT ISO 9001:2015`. */
function readAdoption(cursor: Cursor, draft: Draft, readWhole: ReadWhole): Draft | undefined {
  if (draft.adoption !== undefined) return undefined;
  const start = cursor.position;
  let adoption: Adoption | undefined;
  if (cursor.take('/')) {
    const number = readWhole(cursor.rest);
    if (number !== undefined && number.adoption === undefined) adoption = { number, form: 'slash' };
  } else if (cursor.skipBlank() && takeDegree(cursor.rest) !== undefined) {
    adoption = noteAdoption(cursor.rest, readWhole);
  }
  if (adoption !== undefined) {
    cursor.position = cursor.text.length;
    return { ...draft, adoption };
  }
  cursor.position = start;
  return undefined;
}

/** A year that stands apart: `ISO 9001 2015版`, `GB/T 19001(2016)`. */
function looseYear(cursor: Cursor): string | undefined {
  const start = cursor.position;
  cursor.skipBlank();
  const isBracketed = cursor.take('(');
  const digits = cursor.takeDigits();
  const isClosed = !isBracketed || cursor.take(')') || cursor.rest.endsWith(')');
  const rest = cursor.rest.replaceAll(')', '').trim();
  cursor.position = start;
  const isYear = digits.length === 4 && expandYear(digits) !== undefined;
  return isYear && isClosed && (rest === '' || rest === '版' || rest === '年版' || rest === '年')
    ? digits
    : undefined;
}

function trailing(cursor: Cursor, draft: Draft): Failure {
  const digits =
    draft.year === undefined && draft.range === undefined ? looseYear(cursor) : undefined;
  if (digits === undefined) return { reason: 'trailing_text', repaired: draft };
  return {
    reason: 'year_not_joined',
    repaired: { ...draft, year: Number(digits), yearText: digits },
  };
}

const PRINT_MARKS = [' CSV', ' RLV', ' EXV'];

/**
 * Reads what may follow the year: amendments, edition, adoption. Anything else is a failure that
 * offers the number before it.
 */
export function readTail(cursor: Cursor, start: Draft, readWhole: ReadWhole): Draft | Failure {
  let draft = start;
  while (!cursor.isAtEnd) {
    const before = cursor.position;
    const amendment = readAmendment(cursor) ?? readAmendmentSheet(cursor);
    if (amendment !== undefined) draft = withAmendment(draft, amendment);
    else {
      cursor.position = before;
      const next = readBrackets(cursor, draft, readWhole) ?? readAdoption(cursor, draft, readWhole);
      if (next === undefined && !PRINT_MARKS.some((mark) => cursor.take(mark)))
        return trailing(cursor, draft);
      draft = next ?? draft;
    }
  }
  return draft;
}
