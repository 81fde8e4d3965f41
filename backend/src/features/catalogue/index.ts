/** What other parts may use of the catalogue and of currency checks. */
export { importCatalogue, type CatalogueImportReport } from './import/import-catalogue';
export { loadShippedCatalogue } from './import/shipped-catalogue';
