import { Module } from '@nestjs/common';
import { StandardsModule } from '../standards';
import { ChangesRepository } from './changes.repository';
import { PlacesRepository } from './places.repository';
import { PrimarySystemReader } from './primary-system';
import { SystemChangesController } from './system-changes.controller';
import { SystemPlacesController } from './system-places.controller';
import { SystemsController } from './systems.controller';
import { SystemsRepository } from './systems.repository';
import { ChangeSystem } from './use-cases/change-system';
import { KeepSystems } from './use-cases/keep-systems';
import { ReadSystems } from './use-cases/read-systems';

@Module({
  imports: [StandardsModule],
  controllers: [SystemsController, SystemChangesController, SystemPlacesController],
  providers: [
    SystemsRepository,
    PlacesRepository,
    ChangesRepository,
    ReadSystems,
    ChangeSystem,
    KeepSystems,
    PrimarySystemReader,
  ],
  exports: [PrimarySystemReader, ReadSystems, KeepSystems, ChangeSystem],
})
export class SystemsModule {}
