import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments';
import { ChangeEvidence } from './change-evidence';
import { EvidenceController } from './evidence.controller';
import { EvidenceDownload } from './evidence-download';
import { EvidenceRepository } from './evidence.repository';
import { SweepFiles } from './sweep-files';
import { UploadEvidence } from './upload-evidence';
import { UploadReceiver } from './upload-receiver';

@Module({
  imports: [AssessmentsModule],
  controllers: [EvidenceController],
  providers: [
    EvidenceRepository,
    UploadEvidence,
    UploadReceiver,
    ChangeEvidence,
    EvidenceDownload,
    SweepFiles,
  ],
  exports: [EvidenceRepository, UploadEvidence],
})
export class EvidenceModule {}
