/** Heads are compared by what they say, not by how they are written. */
import { withoutRadicals } from '@liangxing/standard-number';

/** A head is a few words; of a text the beginning is compared. */
export const LONGEST_HEAD = 100;

/** A head without blanks, punctuation, width and case. */
export function headerKey(text: string): string {
  return withoutRadicals(text.slice(0, LONGEST_HEAD))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, '');
}
