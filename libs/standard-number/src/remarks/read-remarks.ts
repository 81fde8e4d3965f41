import type { Cursor } from '../cursor';
import { classifyRemark, type RemarkSurroundings } from './classify-remark';
import type { NumberRemark } from './number-remark';
import { KNOWN_REMARK, MARKS, REPLACING } from './remark-words';

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '【': '】',
  '〔': '〕',
  '﹝': '﹞',
  '{': '}',
  '<': '>',
  '〈': '〉',
  '「': '」',
};

export const opensBracket = (char: string): boolean => Object.hasOwn(CLOSING, char);

/**
 * The words of one pair of brackets at the cursor, as written; pairs of the same kind may stand in
 * it, and one that is never closed reaches to the end of the text.
 */
export function takeBrackets(cursor: Cursor): string | undefined {
  const open = cursor.peek();
  const close = CLOSING[open];
  if (close === undefined) return undefined;
  const start = cursor.position + 1;
  let depth = 0;
  while (!cursor.isAtEnd) {
    const char = cursor.peek();
    cursor.position += 1;
    if (char === open) depth += 1;
    else if (char === close) depth -= 1;
    if (depth === 0) return cursor.written.slice(start, cursor.position - 1);
  }
  return cursor.written.slice(start);
}

/** The text that a sticky expression takes at the cursor. */
function takeMatch(cursor: Cursor, expression: RegExp): string {
  expression.lastIndex = cursor.position;
  const length = expression.exec(cursor.text)?.[0].length ?? 0;
  const start = cursor.position;
  cursor.position += length;
  cursor.meter.steps += length + 1;
  return cursor.written.slice(start, cursor.position);
}

export function takeMarks(cursor: Cursor): NumberRemark | undefined {
  const text = takeMatch(cursor, MARKS);
  return text === '' ? undefined : { kind: 'mark', text };
}

/** `代替 GB/T 1-2000 …`: these words speak of other standards up to the end, where one is named. */
function takeReplacement(cursor: Cursor, around: RemarkSurroundings): NumberRemark | undefined {
  const start = cursor.position;
  if (takeMatch(cursor, REPLACING) === '') return undefined;
  cursor.takeWhile((char) => char !== ';' && char !== '。');
  const remark = classifyRemark(cursor.written.slice(start, cursor.position).trim(), around);
  const isTold = remark.kind === 'replaces' || remark.kind === 'replaced_by';
  if (isTold && remark.numbers.length > 0) return remark;
  cursor.position = start;
  return undefined;
}

const isSeparator = (char: string): boolean => ' ,;、/。'.includes(char) && char !== '';

/**
 * Reads one remark at the cursor that is not in brackets: a mark, or known words.
 * @param isOpen other text may follow, so that only a blank parts the remark from the number
 * @returns undefined where none stands there; the cursor has not moved then
 */
export function readLooseRemark(
  cursor: Cursor,
  around: RemarkSurroundings,
  isOpen: boolean,
): NumberRemark | undefined {
  const start = cursor.position;
  cursor.takeWhile((char) => (isOpen ? char === ' ' : isSeparator(char)));
  const remark = takeMarks(cursor) ?? takeReplacement(cursor, around);
  if (remark !== undefined) return remark;
  const words = takeMatch(cursor, KNOWN_REMARK);
  // Before more text, two letters or fewer (E, EN) may as well be words of a title.
  const isTitle = isOpen && words.length <= 2 && !cursor.isAtEnd && words < '\u4e00';
  if (words !== '' && !isTitle) return classifyRemark(words, around);
  cursor.position = start;
  return undefined;
}
