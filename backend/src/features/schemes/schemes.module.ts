import { Module } from '@nestjs/common';
import { OrganizationSchemes } from './organization-schemes';
import { OrganizationSchemesController } from './organization-schemes.controller';
import { OwnSchemesRepository } from './own-schemes.repository';
import { PublishOwnScheme } from './publish-own-scheme';
import { SchemeCatalogue } from './scheme-catalogue';
import { SchemesController } from './schemes.controller';

@Module({
  controllers: [SchemesController, OrganizationSchemesController],
  providers: [SchemeCatalogue, OwnSchemesRepository, OrganizationSchemes, PublishOwnScheme],
  exports: [SchemeCatalogue],
})
export class SchemesModule {}
