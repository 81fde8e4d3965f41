import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence';
import { StandardsModule } from '../standards';
import { CatalogueController } from './catalogue.controller';
import { CatalogueRepository } from './catalogue.repository';
import { AnswerFeedback } from './use-cases/answer-feedback';
import { FeedbackRepository } from './maintenance/feedback.repository';
import { BringInCatalogue } from './use-cases/bring-in-catalogue';
import { ImportUpload } from './use-cases/import-upload';
import { MaintenanceController } from './maintenance/maintenance.controller';
import { UploadsRepository } from './maintenance/uploads.repository';
import { CurrencyController } from './currency.controller';
import { CurrencyRepository } from './currency.repository';
import { SendCurrencyNotice } from './use-cases/send-currency-notice';
import { ChooseNotices } from './use-cases/choose-notices';
import { CheckChangedRegister, CheckCurrency, CheckCurrencyJob } from './use-cases/check-currency';
import { GiveFeedback, SendCatalogueFeedback } from './use-cases/give-feedback';
import { ReadCurrency } from './use-cases/read-currency';
import { ReplaceStandards } from './use-cases/replace-standards';
import { TakeBackVerifications } from './use-cases/take-back-verifications';
import { VerifyStandards } from './use-cases/verify-standards';
import { VerificationsController } from './verifications.controller';
import { VerificationsRepository } from './verifications.repository';
import { CATALOGUE_ENTITIES } from './entities';
import { KeepWatched } from './use-cases/keep-watched';
import { ReadWatched } from './watch/read-watched';
import { VerifyWatched } from './use-cases/verify-watched';
import { WatchedController } from './watch/watched.controller';
import { WatchedRepository } from './watch/watched.repository';

@Module({
  imports: [TypeOrmModule.forFeature(CATALOGUE_ENTITIES), EvidenceModule, StandardsModule],
  controllers: [
    CatalogueController,
    CurrencyController,
    VerificationsController,
    WatchedController,
    MaintenanceController,
  ],
  providers: [
    CatalogueRepository,
    CurrencyRepository,
    ReadCurrency,
    CheckCurrency,
    CheckCurrencyJob,
    CheckChangedRegister,
    SendCurrencyNotice,
    ChooseNotices,
    ReplaceStandards,
    VerificationsRepository,
    TakeBackVerifications,
    VerifyStandards,
    WatchedRepository,
    ReadWatched,
    KeepWatched,
    VerifyWatched,
    FeedbackRepository,
    GiveFeedback,
    SendCatalogueFeedback,
    UploadsRepository,
    BringInCatalogue,
    ImportUpload,
    AnswerFeedback,
  ],
  exports: [CheckCurrency],
})
export class CatalogueModule {}
