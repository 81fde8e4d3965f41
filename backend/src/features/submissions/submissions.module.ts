import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesModule } from '../bodies';
import { CertificatesModule } from '../certificates';
import { DossiersModule } from '../dossiers';
import { DraftsModule } from '../drafts';
import { LettersModule } from '../letters';
import { SUBMISSIONS_ENTITIES } from './entities';
import { SubmissionsController } from './submissions.controller';
import { SubmissionsRepository } from './submissions.repository';
import { FillForm } from './use-cases/fill-form';
import { PrintOwnCertificate } from './use-cases/print-own-certificate';
import { ReadBodyLetters } from './use-cases/read-body-letters';
import { SubmitDossier } from './use-cases/submit-dossier';
import { WriteToBody } from './use-cases/write-to-body';

/** What an enterprise hands in to a body, and what it sees of its way there. */
@Module({
  imports: [
    TypeOrmModule.forFeature(SUBMISSIONS_ENTITIES),
    BodiesModule,
    CertificatesModule,
    DossiersModule,
    DraftsModule,
    LettersModule,
  ],
  controllers: [SubmissionsController],
  providers: [
    SubmissionsRepository,
    FillForm,
    SubmitDossier,
    WriteToBody,
    ReadBodyLetters,
    PrintOwnCertificate,
  ],
  exports: [SubmissionsRepository, SubmitDossier],
})
export class SubmissionsModule {}
