import { isSameValue } from './merge-fields';

/** One field of what was typed, in words. */
export interface AsideLine {
  readonly label: string;
  readonly text: string;
}

/** How each field of a content is said. */
export type AsideWords<C> = { readonly [F in keyof C]?: (value: Required<C>[F]) => AsideLine };

/** What was typed otherwise than it is stored, field by field in the order of `words`; without a value `—` stands. */
export function asideLines<C extends object>(
  typed: C,
  stored: Partial<C>,
  words: AsideWords<C>,
): readonly AsideLine[] {
  const fields = Object.keys(words) as (keyof C)[];
  return fields.flatMap((field) => {
    if (!(field in typed) || isSameValue(typed[field], stored[field])) return [];
    const line = words[field]?.(typed[field] as Required<C>[keyof C]);
    return line ? [{ ...line, text: line.text || '—' }] : [];
  });
}
