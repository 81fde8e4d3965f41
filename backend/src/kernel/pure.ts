/** What stands on no framework: for tasks of worker threads, and for whatever is pure. */
export { organizationDay } from './calendar';
export { joinedColumns, packColumns, unpackColumns, unpackParts } from './database/packed-columns';
export { isUuid } from './database/uuid';
export { distinctFileNames, downloadFileName, uploadedFileName } from './http/file-name';
export { ProblemError, validationFailed, type FieldProblem } from './problems/problem-error';
export { sha256Of } from './sha256';
export { addTextSheet, type TextColumn } from './workbooks/text-sheet';
