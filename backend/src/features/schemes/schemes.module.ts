import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CheckEntry } from './use-cases/check-entry';
import { EntriesController } from './entries/entries.controller';
import { EntriesRepository } from './entries/entries.repository';
import { OffersController } from './offers/offers.controller';
import { OffersRepository } from './offers/offers.repository';
import { OfferScheme } from './use-cases/offer-scheme';
import { TakeSchemeOver } from './use-cases/take-scheme-over';
import { CopyScheme } from './use-cases/copy-scheme';
import { MoveEntry } from './use-cases/move-entry';
import { ShowEntry } from './use-cases/show-entry';
import { WriteEntry } from './use-cases/write-entry';
import { OrganizationSchemes } from './organization-schemes';
import { OrganizationSchemesController } from './organization-schemes.controller';
import { OwnSchemesRepository } from './own-schemes.repository';
import { PublishOwnScheme } from './use-cases/publish-own-scheme';
import { SchemeCatalogue } from './scheme-catalogue';
import { SchemeVersionsRepository } from './scheme-versions.repository';
import { SchemesController } from './schemes.controller';
import { SCHEMES_ENTITIES } from './entities';
import { StoreOwnScheme } from './use-cases/store-own-scheme';

@Module({
  imports: [TypeOrmModule.forFeature(SCHEMES_ENTITIES)],
  controllers: [
    SchemesController,
    EntriesController,
    OffersController,
    OrganizationSchemesController,
  ],
  providers: [
    SchemeCatalogue,
    OwnSchemesRepository,
    SchemeVersionsRepository,
    OrganizationSchemes,
    StoreOwnScheme,
    PublishOwnScheme,
    EntriesRepository,
    ShowEntry,
    WriteEntry,
    MoveEntry,
    CheckEntry,
    CopyScheme,
    OffersRepository,
    OfferScheme,
    TakeSchemeOver,
  ],
  exports: [CopyScheme, OrganizationSchemes, OwnSchemesRepository, SchemeCatalogue],
})
export class SchemesModule {}
