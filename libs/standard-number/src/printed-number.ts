import { formatStandardNumber } from './format-standard-number';
import { readStandardNumber } from './parse-standard-number';

/** Already as it is printed: the usual national and sector numbers, most of every register. */
const PRINTED = /^(?:GB(?:\/[TZ])?|[A-Z]{2}\/T) [1-9]\d{0,5}(?:\.\d{1,2})?-(?:19|20)\d{2}$/u;

/**
 * A number as documents and lists show it, however it was typed: `ＧＢ／Ｔ ３１００－１９９３` is
 * `GB/T 3100-1993`, `q/abc j0401-2022` is `Q/ABC J0401-2022`. What is no standard number, or needs
 * a person to mend it, or carries remarks that would be lost, comes back as it was typed.
 */
export function printedNumber(typed: string): string {
  if (PRINTED.test(typed)) return typed;
  const { number, remarks } = readStandardNumber(typed);
  return number.kind === 'standard' && remarks.length === 0 ? formatStandardNumber(number) : typed;
}
