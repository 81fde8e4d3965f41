import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments';
import { ConditionsModule } from '../conditions';
import { EvidenceModule } from '../evidence';
import { ImprovementsModule } from '../improvements';
import { ReadinessModule } from '../readiness';
import { RecordsModule } from '../records';
import { SystemsModule } from '../systems';
import { BuildDossier } from './build-dossier';
import { DossierDownload } from './dossier-download';
import { DossiersController } from './dossiers.controller';
import { DossiersRepository } from './dossiers.repository';
import { FreezeDossier } from './freeze-dossier';
import { MaterialReader } from './material-reader';
import { OrderDossier } from './order-dossier';
import { VerificationsController } from './verifications.controller';
import { DOSSIERS_ENTITIES } from './entities';

@Module({
  imports: [
    TypeOrmModule.forFeature(DOSSIERS_ENTITIES),
    AssessmentsModule,
    ConditionsModule,
    EvidenceModule,
    ImprovementsModule,
    ReadinessModule,
    RecordsModule,
    SystemsModule,
  ],
  controllers: [DossiersController, VerificationsController],
  providers: [
    DossiersRepository,
    MaterialReader,
    FreezeDossier,
    OrderDossier,
    BuildDossier,
    DossierDownload,
  ],
  exports: [DossiersRepository, OrderDossier, BuildDossier],
})
export class DossiersModule {}
