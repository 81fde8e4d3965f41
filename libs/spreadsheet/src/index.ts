/** What is said about tables from files, without the readers: those stand in `@liangxing/spreadsheet/read`. */
export { dayOfSerial } from './cell-format';
export { withGuard, withoutGuard } from './formula-guard';
export {
  CATALOGUE_LIMITS,
  COMMAND_LIMITS,
  SPREADSHEET_LIMITS,
  type SpreadsheetLimits,
} from './limits';
export type { Sheet, SheetNotes, SheetRow, Spreadsheet, SpreadsheetEncoding } from './sheet';
export {
  SPREADSHEET_PROBLEMS,
  SpreadsheetProblem,
  type SpreadsheetProblemCode,
} from './spreadsheet-problem';
