import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments';
import { ConditionsModule } from '../conditions';
import { EvidenceModule } from '../evidence';
import { ImprovementsModule } from '../improvements';
import { ReadinessModule } from '../readiness';
import { RecordsModule } from '../records';
import { SystemsModule } from '../systems';
import { AttachmentsController } from './attachments/attachments.controller';
import { AttachmentsRepository } from './attachments/attachments.repository';
import { SaveAttachments } from './use-cases/save-attachments';
import { BuildDossier } from './use-cases/build-dossier';
import { DossierDownload } from './use-cases/dossier-download';
import { DossiersController } from './dossiers.controller';
import { DossiersRepository } from './dossiers.repository';
import { CorrectDutyAllocation } from './use-cases/correct-duty-allocation';
import { DutyAllocationController } from './duty-allocation/duty-allocation.controller';
import { DutyCorrectionsRepository } from './duty-allocation/duty-corrections.repository';
import { ShowDutyAllocation } from './use-cases/show-duty-allocation';
import { FreezeDossier } from './use-cases/freeze-dossier';
import { MaterialReader } from './material-reader';
import { OrderDossier } from './use-cases/order-dossier';
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
  controllers: [
    AttachmentsController,
    DossiersController,
    DutyAllocationController,
    VerificationsController,
  ],
  providers: [
    AttachmentsRepository,
    SaveAttachments,
    DutyCorrectionsRepository,
    ShowDutyAllocation,
    CorrectDutyAllocation,
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
