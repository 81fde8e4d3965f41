import type { LabelledTitle } from './labelled-title';
import { seriesOf } from './place-history';
import { LABELLED_TITLES_1 } from './labelled-titles-1';
import { LABELLED_TITLES_2 } from './labelled-titles-2';

export const LABELLED_TITLES: readonly LabelledTitle[] = [
  ...LABELLED_TITLES_1,
  ...LABELLED_TITLES_2,
];

/**
 * Whether a title belongs to the half that rules may be tuned on. Parts and editions of one series
 * stay together: a near twin in the other half would flatter the figures.
 */
export function isForTuning([number]: LabelledTitle): boolean {
  let hash = 7;
  for (const sign of seriesOf(number) ?? number) {
    hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return hash % 2 === 0;
}
