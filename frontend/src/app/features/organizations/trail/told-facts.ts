import { joinedFacts, type Translate, writtenOf } from '../../../core/trail/joined-facts';

const TRAIL = 'organizations.trail';
/** Facts whose value is a word of the product: a state, an answer, a step, a role, the kind, parts of the data. */
const WORDS = new Set([
  'agreed',
  'answer',
  'isAccepting',
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
/** Facts whose words stand elsewhere: letters have the same ones on the pages where they are read. */
const ELSEWHERE: Readonly<Record<string, string>> = { letter: 'letters.kinds' };

/**
 * What a line of the trail knows of what was done, in the reader's language. What has no word stands as it was written down;
 * the export has all of it.
 */
export function toldFacts(
  details: Readonly<Record<string, unknown>>,
  translate: Translate,
): string {
  const wordOf = (key: string, otherwise: string): string => {
    const word = translate(key);
    return word === key ? otherwise : word;
  };
  const valueOf = (fact: string, value: unknown): string => {
    if (Array.isArray(value))
      return COUNTED.has(fact)
        ? translate('organizations.trail.items', { count: value.length })
        : value.map((one) => valueOf(fact, one)).join(translate('parting.names'));
    const written = writtenOf(value);
    const words = ELSEWHERE[fact] ?? (WORDS.has(fact) ? `${TRAIL}.values` : null);
    return words !== null && WORD.test(written) ? wordOf(`${words}.${written}`, written) : written;
  };
  return joinedFacts(
    details,
    (fact, value) => ({
      name: wordOf(`${TRAIL}.facts.${fact}`, fact),
      value: valueOf(fact, value),
    }),
    translate,
  );
}
