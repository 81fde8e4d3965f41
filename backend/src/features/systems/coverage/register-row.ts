import { printedNumber } from '@liangxing/standard-number';

/** A standard of the register, as far as its place in a system and what it stands for depend on it. */
export interface RegisterRow {
  readonly id: string;
  /** As documents print it, however it was typed. */
  readonly number: string;
  readonly title: string;
  readonly level: string;
  /** 体系编号 as the register tells it. */
  readonly systemCode: string;
  readonly isPlanned: boolean;
  /** Replaced or withdrawn on the day of the question: listed, but neither existing nor expected. */
  readonly isOutOfForce: boolean;
}

let last: { readonly text: string; readonly rows: readonly RegisterRow[] } | undefined;

/** The register from the text of a `SystemRegister`; the last one is remembered, for a thread is often asked again. */
export function registerOf(text: string): readonly RegisterRow[] {
  if (last?.text !== text) {
    const rows = (JSON.parse(text) as RegisterRow[]).map((row) => ({
      ...row,
      number: printedNumber(row.number),
    }));
    last = { text, rows };
  }
  return last.rows;
}
