import { ORGANIZATION_QUOTAS } from '@liangxing/contracts';
import { joinedFacts, type Translate } from '../../core/trail/joined-facts';
import { shownQuota } from './own-quotas';

/** What the lines of the platform know, as it is named in them, by the key of its word. */
const NAMED = [
  'reason',
  'kind',
  'name',
  'documentId',
  'file',
  'rows',
  'inserted',
  'changed',
  'unchanged',
  'refused',
  'state',
];
/** Where the value too is a word. */
const WORDS: Readonly<Record<string, string>> = {
  kind: 'standing.kinds',
  state: 'platform.trail.answers',
};

/**
 * What a line of the platform's trail knows of what was done, in the reader's language; what has no words stands as it was
 * written down.
 */
export function toldFacts(
  details: Readonly<Record<string, unknown>>,
  translate: Translate,
): string {
  const tell = (fact: string, known: unknown, written: string) => {
    const quota = ORGANIZATION_QUOTAS.find((each) => each === fact);
    if (quota !== undefined && typeof known === 'number')
      return {
        name: translate(`platform.quotas.names.${quota}`),
        value: shownQuota(quota, known),
      };
    const words = WORDS[fact];
    return {
      name: NAMED.includes(fact) ? translate(`platform.trail.facts.${fact}`) : fact,
      value: words === undefined ? written : translate(`${words}.${written}`),
    };
  };
  return joinedFacts(details, tell, translate);
}
