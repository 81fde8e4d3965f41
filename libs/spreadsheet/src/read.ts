/** The readers: for worker threads and commands, never for the process that answers people. */
export { readSpreadsheet, type Moderniser } from './read-spreadsheet';
