/** What other parts may use of the catalogue and of currency checks. */
export { CatalogueModule } from './catalogue.module';
export { IMPORT_CATALOGUE } from './use-cases/bring-in-catalogue';
export { CHECK_CURRENCY, CheckCurrency } from './use-cases/check-currency';
export { SEND_CATALOGUE_FEEDBACK } from './use-cases/give-feedback';
export { SEND_CURRENCY_NOTICE } from './use-cases/send-currency-notice';
