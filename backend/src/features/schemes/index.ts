export { SchemesModule } from './schemes.module';
export { SchemeCatalogue, type PublishedScheme } from './scheme-catalogue';
export { publishSchemes, type Publication } from './publish-schemes';
