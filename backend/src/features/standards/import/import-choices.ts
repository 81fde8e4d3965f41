import type { LeftOutRows } from './recognition/read-rows';

/** What a person chooses among beside columns, and what they chose. Sheets by their index. */
export interface ImportChoices {
  /** Read together; the first is the one whose columns are shown. */
  readonly sheets: readonly number[];
  /** Of the same shape, the read ones among them. */
  readonly alike: readonly number[];
  readonly leftOut: LeftOutRows;
}
