import {
  FORGET_EXPIRED,
  SEND_ACCOUNT_NOTICE,
  SEND_EMAIL_CHANGE,
  SEND_EMAIL_CHANGE_NOTICE,
  SEND_ACCESS_TOKEN_NOTICE,
  SEND_EMAIL_CONFIRMATION,
  SEND_PASSWORD_RESET,
} from './features/accounts';
import {
  CHECK_CURRENCY,
  IMPORT_CATALOGUE,
  SEND_CATALOGUE_FEEDBACK,
  SEND_CURRENCY_NOTICE,
} from './features/catalogue';
import { NOTICE_SURVEILLANCES } from './features/certificates';
import { DELETE_ORGANIZATIONS, FORGET_DEPARTED } from './features/closing';
import { FORGET_INVITATIONS, SEND_INVITATION } from './features/organizations';
import {
  DELIVER_LETTER,
  OFFER_IMPORTED,
  SEND_ENGAGEMENT_NEWS,
  SEND_OFFER,
  TELL_ENGAGEMENT,
  TELL_OF_END,
} from './features/engagements';
import { BUILD_DOSSIER } from './features/dossiers';
import { BUILD_EXPORT, SWEEP_EXPORTS } from './features/exports';
import { SWEEP_FILES } from './features/evidence';
import { SEND_DECISION, TELL_DECISION } from './features/platform';
import { KEEP_FIGURES } from './features/portfolio';
import { FORGET_IMPORTS, FORGET_REMOVED, REGISTER_CHANGED } from './features/standards';
import { NOTE_SEALS } from './kernel/audit/note-seals';
import { SEAL_AUDIT, SEAL_PLATFORM } from './kernel/audit/seal-audit';
import { FORGET_ANSWERS } from './kernel/idempotency/forget-answers';
import { DELIVER_TO_BODY, DELIVER_TO_ENTERPRISE, SEND_AGAIN } from './features/letters';
import type { JobData, JobKind } from './kernel';

/** Every kind of background job; the migration step makes a queue for each. */
export const JOB_KINDS: readonly JobKind<JobData>[] = [
  SEAL_AUDIT,
  SEAL_PLATFORM,
  NOTE_SEALS,
  SEND_PASSWORD_RESET,
  SEND_EMAIL_CONFIRMATION,
  SEND_EMAIL_CHANGE,
  SEND_EMAIL_CHANGE_NOTICE,
  SEND_ACCOUNT_NOTICE,
  SEND_ACCESS_TOKEN_NOTICE,
  FORGET_EXPIRED,
  FORGET_ANSWERS,
  SEND_INVITATION,
  FORGET_INVITATIONS,
  OFFER_IMPORTED,
  SEND_OFFER,
  DELIVER_LETTER,
  TELL_ENGAGEMENT,
  SEND_ENGAGEMENT_NEWS,
  TELL_OF_END,
  TELL_DECISION,
  SEND_DECISION,
  DELETE_ORGANIZATIONS,
  FORGET_DEPARTED,
  BUILD_EXPORT,
  SWEEP_EXPORTS,
  BUILD_DOSSIER,
  SWEEP_FILES,
  CHECK_CURRENCY,
  REGISTER_CHANGED,
  SEND_CURRENCY_NOTICE,
  SEND_CATALOGUE_FEEDBACK,
  IMPORT_CATALOGUE,
  FORGET_IMPORTS,
  FORGET_REMOVED,
  KEEP_FIGURES,
  DELIVER_TO_BODY,
  DELIVER_TO_ENTERPRISE,
  SEND_AGAIN,
  NOTICE_SURVEILLANCES,
];
