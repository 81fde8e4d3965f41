import type { Assessment } from './current-assessment';

/** Why nothing of it can be changed, as a key of the texts; empty: it can, or there is none. */
export function fixedText(assessment: Pick<Assessment, 'state'> | null): string {
  return assessment === null || assessment.state === 'open' ? '' : `fixed.${assessment.state}`;
}
