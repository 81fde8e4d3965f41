export { SchemesModule } from './schemes.module';
export { SchemeCatalogue, type PublishedScheme } from './scheme-catalogue';
export { publishSchemes, type Publication } from './publish-schemes';
export { UsableSchemeDto } from './dto/usable-scheme.dto';
export { OrganizationSchemes } from './organization-schemes';
export { contentHash, isProvided, ownIdOf, ownScheme, providedScheme } from './own-scheme';
export { OwnSchemesRepository, type OwnSchemeVersion } from './own-schemes.repository';
export { StoreOwnScheme } from './use-cases/store-own-scheme';
