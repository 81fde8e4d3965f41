import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DecisionsModule } from '../decisions';
import { SheetsModule } from '../sheets';
import { CaseCertificateController } from './case-certificate.controller';
import { CertificateSettingsController } from './certificate-settings.controller';
import { CertificateSettingsRepository } from './certificate-settings.repository';
import { CertificatesController } from './certificates.controller';
import { CertificatesRepository } from './certificates.repository';
import { ComplaintsController } from './complaints.controller';
import { ComplaintsRepository } from './complaints.repository';
import { CERTIFICATES_ENTITIES } from './entities';
import { RegisterController } from './register.controller';
import { RegisterRepository } from './register.repository';
import { RenewalsRepository } from './renewals.repository';
import { SurveillancesRepository } from './surveillances.repository';
import { ChangeCertificate } from './use-cases/change-certificate';
import { IssueCertificate } from './use-cases/issue-certificate';
import { KeepComplaints } from './use-cases/keep-complaints';
import { KeepSettings } from './use-cases/keep-settings';
import { NoticeSurveillances } from './use-cases/notice-surveillances';
import { PrintCertificate } from './use-cases/print-certificate';
import { RecordSurveillance } from './use-cases/record-surveillance';

/** 证书: what a body issues, what becomes of it, and what everybody may know of it. */
@Module({
  imports: [
    TypeOrmModule.forFeature(CERTIFICATES_ENTITIES),
    CasesModule,
    DecisionsModule,
    SheetsModule,
  ],
  controllers: [
    CertificatesController,
    CaseCertificateController,
    CertificateSettingsController,
    ComplaintsController,
    RegisterController,
  ],
  providers: [
    CertificateSettingsRepository,
    CertificatesRepository,
    SurveillancesRepository,
    RenewalsRepository,
    ComplaintsRepository,
    RegisterRepository,
    IssueCertificate,
    ChangeCertificate,
    KeepComplaints,
    KeepSettings,
    RecordSurveillance,
    NoticeSurveillances,
    PrintCertificate,
  ],
  exports: [PrintCertificate],
})
export class CertificatesModule {}
