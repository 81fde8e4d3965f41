import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SchemesModule } from '../schemes';
import { StandardsModule } from '../standards';
import { OrganizationsModule } from '../organizations';
import { RecordsModule } from '../records';
import { ChangesRepository } from './changes.repository';
import { MeasuredSystems } from './coverage/measured-systems';
import { RegistersRepository } from './coverage/registers.repository';
import { SystemStampsRepository } from './coverage/system-stamps.repository';
import { SetUpDocuments } from './use-cases/set-up-documents';
import { SystemDocuments } from './use-cases/system-documents';
import { SystemDocumentsController } from './documents/system-documents.controller';
import { PlacesRepository } from './places.repository';
import { PrimarySystemReader } from './primary-system';
import { SystemChangesController } from './system-changes.controller';
import { SystemCoverageController } from './system-coverage.controller';
import { SystemPlacesController } from './system-places.controller';
import { SystemsController } from './systems.controller';
import { SystemsRepository } from './systems.repository';
import { AdviseForm } from './use-cases/advise-form';
import { ChangeSystem } from './use-cases/change-system';
import { KeepSystems } from './use-cases/keep-systems';
import { ReadCoverage } from './use-cases/read-coverage';
import { ReadSystems } from './use-cases/read-systems';
import { SuggestPlaces } from './use-cases/suggest-places';
import { SYSTEMS_ENTITIES } from './entities';

@Module({
  imports: [
    TypeOrmModule.forFeature(SYSTEMS_ENTITIES),
    OrganizationsModule,
    RecordsModule,
    SchemesModule,
    StandardsModule,
  ],
  controllers: [
    SystemsController,
    SystemChangesController,
    SystemPlacesController,
    SystemCoverageController,
    SystemDocumentsController,
  ],
  providers: [
    SystemStampsRepository,
    RegistersRepository,
    MeasuredSystems,
    SystemDocuments,
    SetUpDocuments,
    SystemsRepository,
    PlacesRepository,
    ChangesRepository,
    ReadSystems,
    ReadCoverage,
    SuggestPlaces,
    ChangeSystem,
    KeepSystems,
    AdviseForm,
    PrimarySystemReader,
  ],
  exports: [
    PrimarySystemReader,
    ReadSystems,
    ReadCoverage,
    KeepSystems,
    ChangeSystem,
    SystemDocuments,
    SetUpDocuments,
  ],
})
export class SystemsModule {}
