/** The readers: for worker threads and commands, never for the process that answers people. */
export { XmlScanner } from './xml-scanner';
export { readSpreadsheet, type Moderniser } from './read-spreadsheet';
