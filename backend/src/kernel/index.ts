/** What features stand on. A feature imports from here only. */
export { Allow, Public } from './access/allow';
export { isAccessToken, newAccessToken } from './access/access-tokens';
export { Context } from './access/context.decorator';
export { clearSessionCookies, sessionTokenOf, setSessionCookies } from './access/cookies';
export { rememberDevice } from './access/known-devices';
export {
  Identities,
  type GrantedEntry,
  type Identity,
  type Membership,
  type TokenScope,
} from './access/identity';
export { passkeyCookie, secondStepCookie, signOnCookie } from './access/waiting-cookies';
export {
  jobContextOf,
  RequestContext,
  type Grant,
  type JobContext,
} from './access/request-context';
export { Audit, type AuditSubject } from './audit/audit';
export { PlatformAudit } from './audit/platform-audit';
export type { AuditDays, AuditLine } from './audit/audit-line';
export { LINE_COLUMNS, newestWithin, withinParameters } from './audit/trail-lines.sql';
export {
  AuditLineDto,
  TrailDaysDto,
  trailPage,
  TrailPageFactsDto,
  TrailPagingDto,
} from './audit/trail.dto';
export { changedFields } from './audit/changed-fields';
export { organizationDay } from './calendar';
export { DatabaseNews } from './database/database-news';
export { PlatformDatabase } from './database/platform-database';
export { queryJson, type JsonRows } from './database/query-json';
export { beginningOf, endOf } from './database/chinese-days.sql';
export { queryRows } from './database/query-rows';
export { shareTurn, takeTurn } from './database/take-turn';
export { TenantDatabase } from './database/tenant-database';
export { isUuid } from './database/uuid';
export { insertNew, removeVersion, updateVersion, writeVersion } from './database/versions';
export { downloadHeaders, WORD, XLSX } from './http/download-headers';
export { distinctFileNames, uploadedFileName } from './http/file-name';
export { AccountOfName } from './http/account-of-name.decorator';
export { LargeBody } from './http/body-bounds';
export { IfMatch, NeedsIfMatch, versionOfIfMatch } from './http/if-match.decorator';
export { EmailAddress } from './http/email-address.decorator';
export { IsDay } from './http/is-day';
export { NameInMail } from './http/name-in-mail.decorator';
export { IsWritten } from './http/is-written';
export { Nested, NestedList } from './http/nested';
export { Answered, Nullable, Optional, PartialOf } from './http/optional';
export { correlationIdOf, languageOf, type KernelRequest } from './http/request-facts';
export { validationPipe } from './http/validation.pipe';
export { PageLimit, PageOffset, QueryYear } from './http/paging.decorator';
export { sendStored } from './http/send-stored';
export { sendJson, type WrittenJson } from './http/send-json';
export { KeyTakenError } from './idempotency/creating-request';
export { checkedKey, IDEMPOTENCY_HEADER } from './idempotency/idempotency-key';
export { SecretAnswer } from './idempotency/secret-answer';
export { HandlesJob, type JobFailure, type JobHandler } from './jobs/handles-job';
export { jobKind, type JobData, type JobKind } from './jobs/job';
export { JobQueue } from './jobs/job-queue';
export { Limit, Unlimited } from './limits/limit.decorator';
export { limitSubjectOf } from './limits/limit.guard';
export { Limits } from './limits/limits';
export { SenderMarks, type SenderMark } from './limits/sender-marks';
export { sha256Of } from './sha256';
export { KeptByStamp } from './kept/kept-by-stamp';
export { Mailer, type Mail } from './mail/mailer';
export {
  notFound,
  ProblemError,
  validationFailed,
  versionConflict,
  type FieldProblem,
} from './problems/problem-error';
export { problemOf } from './problems/problem-of';
export { Quotas } from './quotas/quotas';
export { PendingObjects } from './storage/pending-objects';
export * from './storage/storage';
export { TakeOut, type ExportingContext, type TakenOut } from './take-out';
export { ThreadPool, type WorkOwner } from './threads/thread-pool';
export { threadTask, type TellProgress } from './threads/thread-task';
export { isInlineType } from './uploads/file-type/allowed-types';
export { typeOfUpload } from './uploads/file-type/type-of-upload';
export { receiveUpload, type Upload } from './uploads/receive-upload';
export { busyWithoutRoom, UploadRoom, type UploadPlace } from './uploads/upload-room';
export { TableUploads, type UploadedTable } from './uploads/table-uploads';
export { namedAddresses, platformPermissions } from '../config/platform-people';
export { Config } from '../config/config';
export type { PasskeySite } from '../config/passkey-site';
