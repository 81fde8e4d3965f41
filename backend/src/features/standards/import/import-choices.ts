import type { LeftOutRows } from '@liangxing/tables';

/** A row of the file. */
export interface RowPlace {
  /** Index of its sheet. */
  readonly sheet: number;
  readonly rowNumber: number;
}

/** What a person chooses among beside columns, and what they chose. Sheets by their index. */
export interface ImportChoices {
  /** Read together; the first is the one whose columns are shown. */
  readonly sheets: readonly number[];
  /** Of the same shape, the read ones among them. */
  readonly alike: readonly number[];
  readonly leftOut: LeftOutRows;
  /** Several numbers in one cell become a row each; without it the further ones go into the note. */
  readonly splitsNumbers?: boolean | undefined;
  /** Rows whose number is taken as proposed. */
  readonly accepted?: 'all' | readonly RowPlace[] | undefined;
}
