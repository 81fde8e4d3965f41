/** What the commands use of the catalogue: it reads files, which the server leaves to its threads. */
export { importCatalogue } from './import/import-file';
export { loadShippedCatalogue } from './import/shipped-catalogue';
