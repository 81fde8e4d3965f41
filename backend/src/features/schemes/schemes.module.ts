import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationSchemes } from './organization-schemes';
import { OrganizationSchemesController } from './organization-schemes.controller';
import { OwnSchemesRepository } from './own-schemes.repository';
import { PublishOwnScheme } from './publish-own-scheme';
import { SchemeCatalogue } from './scheme-catalogue';
import { SchemesController } from './schemes.controller';
import { SCHEMES_ENTITIES } from './entities';

@Module({
  imports: [TypeOrmModule.forFeature(SCHEMES_ENTITIES)],
  controllers: [SchemesController, OrganizationSchemesController],
  providers: [SchemeCatalogue, OwnSchemesRepository, OrganizationSchemes, PublishOwnScheme],
  exports: [SchemeCatalogue],
})
export class SchemesModule {}
