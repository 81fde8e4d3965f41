import { Module } from '@nestjs/common';
import { StandardsModule } from '../standards';
import { CatalogueController } from './catalogue.controller';
import { CatalogueRepository } from './catalogue.repository';
import { CurrencyController } from './currency.controller';
import { CurrencyRepository } from './currency.repository';
import { SendCurrencyNotice } from './send-currency-notice';
import { CheckCurrency, CheckCurrencyJob } from './use-cases/check-currency';
import { GiveFeedback, SendCatalogueFeedback } from './use-cases/give-feedback';
import { ReadCurrency } from './use-cases/read-currency';
import { ReplaceStandards } from './use-cases/replace-standards';

@Module({
  imports: [StandardsModule],
  controllers: [CatalogueController, CurrencyController],
  providers: [
    CatalogueRepository,
    CurrencyRepository,
    ReadCurrency,
    CheckCurrency,
    CheckCurrencyJob,
    SendCurrencyNotice,
    ReplaceStandards,
    GiveFeedback,
    SendCatalogueFeedback,
  ],
  exports: [CheckCurrency],
})
export class CatalogueModule {}
