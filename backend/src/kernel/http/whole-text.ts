import type { FieldProblem } from '../problems/problem-error';

/** Text that can be stored: no NUL, no half of a surrogate pair. */
export function isWholeText(text: string): boolean {
  // In Unicode mode a pair is one character: only halves match.
  return !/\p{Surrogate}/u.test(text) && !text.includes('\0');
}

/**
 * Every text inside a value that PostgreSQL, JSON or a PDF could not hold, names of fields included.
 * @param value what came in: plain objects, lists, texts, figures
 */
export function brokenTexts(value: unknown, path: readonly string[] = []): FieldProblem[] {
  if (typeof value === 'string')
    return isWholeText(value) ? [] : [{ path: path.join('.'), code: 'text_broken' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    isWholeText(name)
      ? brokenTexts(part, [...path, name])
      : [{ path: path.join('.'), code: 'text_broken' }],
  );
}
