import type { Cursor } from './cursor';
import type { Draft, Extent } from './reading';
import type { NumberRemark } from './remarks/number-remark';
import type { AdoptionDegree, StandardNumber } from './standard-number';

/** A number that stands within another text: with its remarks, and how far it reaches. */
export interface NestedNumber {
  readonly number: StandardNumber;
  readonly remarks: readonly NumberRemark[];
  readonly end: number;
}

/** Reading of numbers within a number; given by the caller so that the readers form no ring. */
export interface NestedReader {
  read(text: string, extent: Extent): NestedNumber | undefined;
  /** The dated numbers in a text, left to right. */
  numbersWithin(text: string): readonly StandardNumber[];
}

/** The draft with the number it adopts, and the remarks that stood beside that one. */
interface AdoptingDraft {
  readonly draft: Draft;
  readonly remarks: readonly NumberRemark[];
}

const DEGREES: readonly AdoptionDegree[] = ['IDT', 'MOD', 'NEQ', 'EQV'];

/** `IDT ISO 9001:2015` or `ISO 9001:2015, IDT`. */
function takeDegree(written: string): { degree: AdoptionDegree; rest: string } | undefined {
  for (const degree of DEGREES) {
    const head = written.slice(0, degree.length + 1).toUpperCase();
    if (head === `${degree} `) return { degree, rest: written.slice(degree.length + 1) };
    for (const sign of [', ', ',', ' ']) {
      const end = `${sign}${degree}`;
      if (written.slice(-end.length).toUpperCase() === end)
        return { degree, rest: written.slice(0, -end.length) };
    }
  }
  return undefined;
}

/**
 * The words of a pair of brackets as an adopted number: `ISO 9001:2015, IDT`. Without a degree only
 * an international or foreign number is taken for one; of a Chinese one the words do not say what it is.
 */
export function noteAdoption(
  draft: Draft,
  content: string,
  nested: NestedReader,
): AdoptingDraft | undefined {
  if (draft.adoption !== undefined) return undefined;
  const marked = takeDegree(content);
  const read = nested.read(marked?.rest ?? content, 'whole');
  if (read === undefined || read.number.adoption !== undefined) return undefined;
  const { number, remarks } = read;
  const isFromAbroad = number.level === 'international' || number.level === 'foreign';
  if (marked === undefined && !isFromAbroad) return undefined;
  const degree = marked === undefined ? {} : { degree: marked.degree };
  return { draft: { ...draft, adoption: { number, form: 'note', ...degree } }, remarks };
}

/** What stands beside an adopted number without brackets is said of the whole, so it is left there. */
function slashAdoption(
  cursor: Cursor,
  draft: Draft,
  nested: NestedReader,
): AdoptingDraft | undefined {
  const read = nested.read(cursor.written.slice(cursor.position), 'bare');
  if (read === undefined) return undefined;
  cursor.position += read.end;
  const { number, remarks } = read;
  return { draft: { ...draft, adoption: { number, form: 'slash' } }, remarks };
}

function degreeAdoption(
  cursor: Cursor,
  draft: Draft,
  nested: NestedReader,
): AdoptingDraft | undefined {
  const rest = cursor.written.slice(cursor.position);
  const marked = takeDegree(rest);
  if (marked === undefined) return undefined;
  const isBefore = rest.endsWith(marked.rest);
  const read = nested.read(marked.rest, isBefore ? 'bare' : 'whole');
  if (read === undefined || read.number.adoption !== undefined) return undefined;
  cursor.position = isBefore
    ? cursor.position + rest.length - marked.rest.length + read.end
    : cursor.text.length;
  const { number, remarks } = read;
  const { degree } = marked;
  return { draft: { ...draft, adoption: { number, form: 'note', degree } }, remarks };
}

/** What follows as an adopted number without brackets: `/ISO 9001:2015`, ` IDT ISO 9001:2015`. */
export function readAdoption(
  cursor: Cursor,
  draft: Draft,
  nested: NestedReader,
): AdoptingDraft | undefined {
  if (draft.adoption !== undefined) return undefined;
  const start = cursor.position;
  const adopting = cursor.take('/')
    ? slashAdoption(cursor, draft, nested)
    : cursor.skipBlank()
      ? degreeAdoption(cursor, draft, nested)
      : undefined;
  if (adopting === undefined) cursor.position = start;
  return adopting;
}
