import { accountErrors } from './account-errors';
import { assessmentErrors } from './assessment-errors';
import { caseErrors } from './case-errors';
import { catalogueErrors } from './catalogue-errors';
import { certificateErrors } from './certificate-errors';
import { dossierErrors } from './dossier-errors';
import { draftErrors } from './draft-errors';
import { engagementErrors } from './engagement-errors';
import { text, type ErrorText, type Wording } from './error-text';
import { evaluationErrors } from './evaluation-errors';
import { evidenceErrors } from './evidence-errors';
import { organizationErrors } from './organization-errors';
import { quotaErrors } from './quota-errors';
import { recordErrors } from './record-errors';
import { passkeyErrors } from './passkey-errors';
import { signOnErrors } from './sign-on-errors';
import { schemeEntryErrors } from './scheme-entry-errors';
import { standardErrors } from './standard-errors';
import { tableErrors } from './table-errors';
import { systemErrors } from './system-errors';

export type { ErrorText, Wording } from './error-text';

/** The languages that the product speaks. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const generalErrors = {
  bad_request: text(
    400,
    '请求有误',
    'Bad request',
    '请检查请求后重试。',
    'Check the request and try again.',
  ),
  malformed_request: text(
    400,
    '请求内容无法读取',
    'The request cannot be read',
    '请刷新页面后重试。',
    'Reload the page and try again.',
  ),
  validation_failed: text(
    422,
    '有内容填写不正确',
    'Some values are not right',
    '请按各项提示修改。',
    'Fix the values that are named.',
  ),
  not_found: text(
    404,
    '没有找到',
    'Not found',
    '它可能已被删除，或您没有查看它的权限。',
    'It may have been deleted, or you may not see it.',
  ),
  method_not_allowed: text(
    405,
    '不支持该操作',
    'Method not allowed',
    '请刷新页面后重试。',
    'Reload the page and try again.',
  ),
  conflict: text(
    409,
    '与已有内容冲突',
    'In conflict with what is there',
    '请刷新后再试。',
    'Reload and try again.',
  ),
  version_conflict: text(
    409,
    '内容已被他人修改',
    'Someone else has changed this',
    '请比较两个版本后决定保留哪一个。',
    'Compare both versions and choose which to keep.',
  ),
  precondition_required: text(
    428,
    '缺少版本信息',
    'The version is missing',
    '请刷新页面后重试。',
    'Send If-Match with the version that you read.',
  ),
  payload_too_large: text(
    413,
    '内容过大',
    'Too large',
    '请缩小到限制以内再提交。',
    'Make it smaller and send it again.',
  ),
  unsupported_media_type: text(
    415,
    '无法接受这种格式的内容',
    'Content of this type is not accepted',
    '请刷新页面后重试。',
    'Send JSON as application/json, without compression.',
  ),
  storage_full: text(
    507,
    '存储空间已满',
    'The store is full',
    '请联系管理员扩容后重试；已有内容不受影响。',
    'Ask the administrator for more room; nothing stored is affected.',
  ),
  too_many_requests: text(
    429,
    '请求过于频繁',
    'Too many requests',
    '请{when}再试。',
    'Try again {when}.',
  ),
  work_too_heavy: text(
    422,
    '内容过多，未能在限定的时间和内存内处理完',
    'Too much to be processed within the limits of time and memory',
    '请减少内容后重试，例如把文件拆成几份、删去空白行列和图片；原有数据没有变化。',
    'Make it smaller, for instance split the file or remove blank rows and pictures; nothing stored has changed.',
  ),
  busy: text(503, '系统正忙', 'Busy', '请稍后重试。', 'Try again in a moment.'),
  internal: text(
    500,
    '系统出错',
    'Something went wrong here',
    '请稍后重试；如仍出现，请把错误编号告诉管理员。',
    'Try again later; if it stays, tell the administrator the error id.',
  ),
  forbidden: text(
    403,
    '没有权限',
    'Not permitted',
    '请联系本企业的所有者为您调整角色。',
    'Ask an owner of the organization to change your role.',
  ),
  csrf_missing: text(
    403,
    '安全校验未通过',
    'The security token is missing or wrong',
    '请刷新页面后重试。',
    'Reload the page and try again.',
  ),
} as const;

/** Every stable error code with its texts. A feature adds its codes in its own block. */
export const ERROR_TEXTS = {
  ...generalErrors,
  ...accountErrors,
  ...signOnErrors,
  ...passkeyErrors,
  ...organizationErrors,
  ...engagementErrors,
  ...quotaErrors,
  ...standardErrors,
  ...caseErrors,
  ...certificateErrors,
  ...evaluationErrors,
  ...catalogueErrors,
  ...assessmentErrors,
  ...dossierErrors,
  ...evidenceErrors,
  ...systemErrors,
  ...draftErrors,
  ...recordErrors,
  ...schemeEntryErrors,
  ...tableErrors,
} as const satisfies Readonly<Record<string, ErrorText>>;

export type ErrorCode = keyof typeof ERROR_TEXTS;

export type TextParameters = Readonly<Record<string, string | number>>;

/** The side of a wording that a language reads. */
export const sideOf = (language: Language): keyof Wording => (language === 'en' ? 'en' : 'zh');

/**
 * One wording in one language with its parameters filled in; an unknown parameter stays as it is. Of one that reads
 * otherwise in English, `<name>:en` says how.
 */
export function say(wording: Wording, language: Language, parameters: TextParameters = {}): string {
  return wording[sideOf(language)].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[`${name}:${language}`] ?? parameters[name] ?? whole),
  );
}

/** A list as a parameter of a wording, parted as each language parts it. */
export const listed = <Name extends string>(
  name: Name,
  parts: readonly (string | number)[],
): TextParameters => ({ [name]: parts.join('、'), [`${name}:en`]: parts.join(', ') });
