/** What tables of people have in common, whatever they list: for every door at which a file comes in. */
export { beginningOf, bestSheetBy, sheetsAlike } from './choose-sheets';
export { classifyRow, isSum } from './classify-row';
export { share, valuesOf, widthOf } from './column-values';
export { isErrorCell } from './error-cell';
export { headerKey, LONGEST_HEAD } from './head-key';
export { isNumberCell, numberColumnOf } from './number-column';
export { readDate, type DateProblemCode, type DateReading } from './read-date';
export {
  isScoringHead,
  OTHER_TABLES,
  otherTableOf,
  tableKindOf,
  type OtherTable,
  type TableKind,
} from './table-kind';
export {
  claimsWorkbook,
  formatNotes,
  TABLE_NOTES,
  tableNotes,
  type TableNote,
} from './table-notes';
export {
  NOTHING_LEFT_OUT,
  walkRows,
  type LeftOutRows,
  type MeantRow,
  type SkippedRow,
  type TableCounts,
  type TableHead,
} from './table-rows';
export { TABLE_TEXTS, type TableRemarkCode } from './table-texts';
export { tidyLine, tidyLines } from './tidy-text';
export { isLoneCode, joinedNumber, tornColumns } from './torn-columns';
export { isDitto, readCell, type CellReading } from './unusual-cells';
