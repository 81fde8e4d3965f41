export { SchemesModule } from './schemes.module';
export { SchemeCatalogue, type PublishedScheme } from './scheme-catalogue';
export { publishSchemes, type Publication } from './publish-schemes';
export { UsableSchemeDto } from './dto/usable-scheme.dto';
export { OrganizationSchemes } from './organization-schemes';
export { providedScheme } from './own-scheme';
export { CopyScheme } from './use-cases/copy-scheme';
export { OwnSchemesRepository } from './own-schemes.repository';
