import { STANDARD_TEXT_LIMITS, type StandardText } from '@liangxing/contracts';

/** What is wrong with the length of a text, as parameters of `standards.tooLong`; null where it fits. */
export function tooLong(
  field: string,
  text: string,
): { readonly limit: number; readonly length: number } | null {
  if (!Object.hasOwn(STANDARD_TEXT_LIMITS, field)) return null;
  const limit = STANDARD_TEXT_LIMITS[field as StandardText];
  const { length } = text.trim();
  return length > limit ? { limit, length } : null;
}
