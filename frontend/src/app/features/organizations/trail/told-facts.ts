import { joinedFacts, type Translate, writtenOf } from '../../../core/trail/joined-facts';

/** Facts whose value is a word of the product: a state, an answer, a step, a role, the kind, parts of the data. */
const WORDS = new Set([
  'agreed',
  'answer',
  'kind',
  'move',
  'readable',
  'role',
  'state',
  'writable',
]);
/** Facts that name rows or fields as the program knows them: how many says more. */
const COUNTED = new Set(['changed', 'differing', 'fields', 'hashes', 'ids', 'points']);
const WORD = /^[a-z_]+$/;

/**
 * What a line of the trail knows of what was done, in the reader's language. What has no word stands as it was written down;
 * the export has all of it.
 */
export function toldFacts(
  details: Readonly<Record<string, unknown>>,
  translate: Translate,
): string {
  const wordOf = (name: string, otherwise: string): string => {
    const key = `organizations.trail.${name}`;
    const word = translate(key);
    return word === key ? otherwise : word;
  };
  const valueOf = (fact: string, value: unknown): string => {
    if (Array.isArray(value))
      return COUNTED.has(fact)
        ? translate('organizations.trail.items', { count: value.length })
        : value.map((one) => valueOf(fact, one)).join(translate('parting.names'));
    const written = writtenOf(value);
    return WORDS.has(fact) && WORD.test(written) ? wordOf(`values.${written}`, written) : written;
  };
  return joinedFacts(
    details,
    (fact, value) => ({ name: wordOf(`facts.${fact}`, fact), value: valueOf(fact, value) }),
    translate,
  );
}
