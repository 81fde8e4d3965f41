/** What the commands use of the catalogue: it reads files, which the server leaves to its threads. */
export { importByCommand } from './use-cases/import-by-command';
export { loadShippedCatalogue } from './import/shipped-catalogue';
