export { carriedScheme, notCarried } from './carried';
export { columnLetter, SCORING, TABLE_SHEETS, type ScoringKey, type TableColumn } from './columns';
export { schemeFromTable } from './read-table';
export type { TableRow, TableSheet } from './sheet-cursor';
export { SchemeTableError, type TableProblem, type TableProblemCode } from './table-problem';
export { draftSchemeTable, type DraftScheme } from './draft-table';
export { plain } from './vocabulary';
export { emptySchemeTable, schemeTable, type SchemeTable, type WrittenSheet } from './write-table';
