import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DossiersModule } from '../dossiers';
import { LettersModule } from '../letters';
import { OrganizationsModule } from '../organizations';
import { SchemesModule } from '../schemes';
import { CasesController } from './cases.controller';
import { CasesRepository } from './cases.repository';
import { CASES_ENTITIES } from './entities';
import { MaterialsRepository } from './materials.repository';
import { CopyMaterial } from './use-cases/copy-material';
import { MakeMove } from './use-cases/make-move';
import { MoveCase } from './use-cases/move-case';
import { OpenFile } from './use-cases/open-file';
import { ReadApplications } from './use-cases/read-applications';

/** What reaches a body, and what it does with it. */
@Module({
  imports: [
    TypeOrmModule.forFeature(CASES_ENTITIES),
    DossiersModule,
    LettersModule,
    OrganizationsModule,
    SchemesModule,
  ],
  controllers: [CasesController],
  providers: [
    CasesRepository,
    MaterialsRepository,
    CopyMaterial,
    ReadApplications,
    MakeMove,
    MoveCase,
    OpenFile,
  ],
  exports: [CasesRepository, MaterialsRepository, MakeMove],
})
export class CasesModule {}
