import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments';
import { StandardsModule } from '../standards';
import { ChangeEvidence } from './use-cases/change-evidence';
import { EvidenceController } from './evidence.controller';
import { EvidenceDownload } from './use-cases/evidence-download';
import { EvidenceLibraryController } from './evidence-library.controller';
import { EvidenceLibraryRepository } from './evidence-library.repository';
import { EvidenceHoldsRepository } from './evidence-holds.repository';
import { EvidenceRepository } from './evidence.repository';
import { EvidenceUsesRepository } from './evidence-uses.repository';
import { LinkEvidence } from './use-cases/link-evidence';
import { SweepFiles } from './use-cases/sweep-files';
import { UploadEvidence } from './use-cases/upload-evidence';
import { UploadReceiver } from './upload-receiver';
import { EVIDENCE_ENTITIES } from './entities';

@Module({
  imports: [TypeOrmModule.forFeature(EVIDENCE_ENTITIES), AssessmentsModule, StandardsModule],
  controllers: [EvidenceController, EvidenceLibraryController],
  providers: [
    EvidenceRepository,
    EvidenceHoldsRepository,
    EvidenceUsesRepository,
    EvidenceLibraryRepository,
    LinkEvidence,
    UploadEvidence,
    UploadReceiver,
    ChangeEvidence,
    EvidenceDownload,
    SweepFiles,
  ],
  exports: [EvidenceRepository, EvidenceHoldsRepository, EvidenceUsesRepository, UploadEvidence],
})
export class EvidenceModule {}
