/** Search of the rows of a report: any part of a number, in any spelling, and words of the title. No I/O. */
import { normalizeStandardNumber, printedNumber } from '@liangxing/standard-number';
import { squeezedNumber } from '../standards/pure';

/**
 * A test for what a person typed: `AQ`, `1109`, `AQ1109`, `GB/T 19001 质量`, `要求`. Each piece between blanks has to occur
 * in the number or in the title; or all of it is a part of the number.
 */
export function registerSearch(text: string): (number: string, title: string) => boolean {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return () => true;
  const whole = squeezedNumber(normalizeStandardNumber(text)) || plain;
  const pieces = plain.split(/\s+/u);
  return (number, title) => {
    const squeezed = `${squeezedNumber(number)} ${squeezedNumber(printedNumber(number))}`;
    if (squeezed.includes(whole)) return true;
    const shown = `${number}\n${printedNumber(number)}\n${title}`.normalize('NFKC').toLowerCase();
    return pieces.every((piece) => {
      const part = squeezedNumber(piece);
      return shown.includes(piece) || (part !== '' && squeezed.includes(part));
    });
  };
}
