import { CatalogueFeedbackEntity } from './catalogue-feedback.entity';
import { CatalogueImportEntity } from './catalogue-import.entity';
import { CatalogueReplacementEntity } from './catalogue-replacement.entity';
import { CatalogueSourceEntity } from './catalogue-source.entity';
import { CatalogueStandardEntity } from './catalogue-standard.entity';
import { CatalogueUploadEntity } from './catalogue-upload.entity';
import { CurrencyCheckEntity } from './currency-check.entity';
import { CurrencyNoticeChoiceEntity } from './currency-notice-choice.entity';
import { CurrencyNoticeEntity } from './currency-notice.entity';
import { StandardReplacementEntity } from './standard-replacement.entity';
import { StandardVerificationEntity } from './standard-verification.entity';
import { WatchedStandardEntity } from './watched-standard.entity';

/** The tables of this room. */
export const CATALOGUE_ENTITIES = [
  CatalogueFeedbackEntity,
  CatalogueImportEntity,
  CatalogueReplacementEntity,
  CatalogueSourceEntity,
  CatalogueStandardEntity,
  CatalogueUploadEntity,
  CurrencyCheckEntity,
  CurrencyNoticeChoiceEntity,
  CurrencyNoticeEntity,
  StandardReplacementEntity,
  StandardVerificationEntity,
  WatchedStandardEntity,
];
