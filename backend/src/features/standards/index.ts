/** What other features may use of the register. */
export { EMPTY_RECORD, type StandardRecord } from './register/standard-record';
export {
  newStandardId,
  organizationDay,
  ownStatusExpression,
  statusExpression,
} from './register/standard-columns';
export { registerStamp } from './register/register-stamp';
export { recordOf } from './use-cases/keep-standards';
export { StandardsModule } from './standards.module';
export { StandardsRepository, type StandardRow } from './standards.repository';
export { readSpreadsheet } from './import/spreadsheet/read-spreadsheet';
export { SpreadsheetProblem } from './import/spreadsheet/spreadsheet-problem';
export { SPREADSHEET_LIMITS } from './import/spreadsheet/spreadsheet';
export { readUpload, type UploadedTable } from './read-upload';
export { readDate } from './import/recognition/read-date';
export { naturalKey, squeezedNumber } from './register/derive-facts';
export { tidyLine, tidyLines } from './register/tidy-text';
export type { Sheet } from './import/spreadsheet/spreadsheet';
export { FORGET_IMPORTS } from './use-cases/forget-imports';
