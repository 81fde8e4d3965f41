import { printedNumber } from '@liangxing/standard-number';

/** A standard of the register, as far as its place in a system and what it stands for depend on it. */
export interface RegisterRow {
  readonly id: string;
  /** As documents print it, however it was typed. */
  readonly number: string;
  readonly title: string;
  readonly level: string;
  readonly systemCode: string;
  readonly isPlanned: boolean;
  /** Replaced or withdrawn on the day of the question. */
  readonly isOutdated: boolean;
}

/** The register from the text of `PlacesRepository.measured`. */
export const registerOf = (text: string): RegisterRow[] =>
  (JSON.parse(text) as RegisterRow[]).map((row) => ({ ...row, number: printedNumber(row.number) }));
