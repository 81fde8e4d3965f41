export { carriedScheme, notCarried } from './carried';
export { columnLetter, type TableColumn } from './columns';
export { schemeFromTable } from './read-table';
export type { TableRow, TableSheet } from './sheet-cursor';
export { SchemeTableError, type TableProblem, type TableProblemCode } from './table-problem';
export { emptySchemeTable, schemeTable, type SchemeTable, type WrittenSheet } from './write-table';
