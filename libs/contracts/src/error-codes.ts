import { accountErrors } from './account-errors';
import { assessmentErrors } from './assessment-errors';
import { catalogueErrors } from './catalogue-errors';
import { draftErrors } from './draft-errors';
import { evidenceErrors } from './evidence-errors';
import { quotaErrors } from './quota-errors';
import { recordErrors } from './record-errors';
import { schemeEntryErrors } from './scheme-entry-errors';
import { standardErrors } from './standard-errors';
import { tableErrors } from './table-errors';
import { systemErrors } from './system-errors';

/** The languages that the product speaks. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in each language; `{name}` stands for a parameter. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** Title: what is wrong. Mend: what the person can do about it. */
export interface ErrorText {
  /** HTTP status that it is answered with. */
  readonly status: number;
  readonly title: Wording;
  readonly mend: Wording;
}

const text = (
  status: number,
  zh: string,
  en: string,
  mendZh: string,
  mendEn: string,
): ErrorText => ({
  status,
  title: { zh, en },
  mend: { zh: mendZh, en: mendEn },
});

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

const dossierErrors = {
  unknown_scheme: text(
    422,
    '没有这个评分方案或版本',
    'There is no such scheme or version',
    '请从方案列表中选择。',
    'Choose one from the list of schemes.',
  ),
  scheme_table_broken: text(
    422,
    '评价方案表有 {count} 处问题，没有发布',
    'The scheme table has {count} problems and was not published',
    '请按所列位置改正后重新上传。',
    'Fix them where they stand and upload it again.',
  ),
  scheme_table_foreign: text(
    422,
    '这份评分表不是方案模板的格式，没有发布',
    'This scoring table is not in the shape of the template and was not published',
    '请下载整理好的模板，核对并补齐后再上传。',
    'Download the prepared workbook, complete it and upload that.',
  ),
  scheme_table_unread: text(
    422,
    '没有找到评分表',
    'No scoring table was found',
    '表头应写明评分内容和分值两列，例如“考评内容”“标准分值”。',
    'Its head should name what is scored and the points, such as 考评内容 and 标准分值.',
  ),
  item_outside_scheme: text(
    422,
    '评分方案中没有 {item} 项',
    'The scheme has no item {item}',
    '请刷新页面后重试。',
    'Reload the page; the assessment may follow another scheme.',
  ),
  idempotency_key_reused: text(
    409,
    '同一操作编号用于了不同的内容',
    'The idempotency key was used for something else',
    '请刷新页面后重试。',
    'Send a new key with a new request.',
  ),
  request_already_received: text(
    409,
    '这项操作已经收到，结果尚不明确',
    'This was received before, and its outcome is not known',
    '请刷新页面，看看是否已经完成，再决定是否重做。',
    'Reload and look whether it is done before doing it again.',
  ),
  upload_malformed: text(
    400,
    '上传内容无法读取',
    'The upload cannot be read',
    '请重新选择文件后上传。',
    'Send one file as multipart/form-data.',
  ),
  file_type_not_allowed: text(
    415,
    '不支持该类文件',
    'This kind of file is not accepted',
    '可上传：{allowed}。',
    'Accepted: {allowed}.',
  ),
  file_content_mismatch: text(
    415,
    '文件内容与扩展名不符',
    'The content does not fit the file name',
    '请确认文件没有改错扩展名或损坏，再上传。',
    'Check that the file is whole and has its right extension.',
  ),
  file_empty: text(
    422,
    '文件是空的',
    'The file is empty',
    '请重新选择文件。',
    'Choose another file.',
  ),
  action_move_not_allowed: text(
    409,
    '整改措施的状态已变，不能这样操作',
    'The corrective action is in another state, which does not allow this',
    '请刷新页面，查看它现在的状态。',
    'Reload the page to see its state.',
  ),
  verifier_is_owner: text(
    422,
    '验证人不能是责任人本人',
    'The owner cannot verify the own action',
    '请由另一人验证。',
    'Let another person verify it.',
  ),
  dossier_blocked: text(
    422,
    '提交前检查未通过，不能生成申请材料',
    'The check before submission found errors',
    '请先处理检查结果中的错误项。',
    'Fix the errors that the check names.',
  ),
  dossier_not_ready: text(
    409,
    '申请材料尚未生成完毕',
    'The dossier is not ready yet',
    '请等待生成完成后再下载。',
    'Wait until it is built.',
  ),
  dossier_evidence_removed: text(
    409,
    '材料所列证实材料已被删除，不能按原内容生成',
    'Evidence that the dossier lists was removed; it cannot be built as it was',
    '请重新生成申请材料，新版本按现有证实材料编制。',
    'Order a new dossier: it lists the evidence that is there.',
  ),
} as const;

/** Every stable error code with its texts. A feature adds its codes in its own block. */
export const ERROR_TEXTS = {
  ...generalErrors,
  ...accountErrors,
  ...quotaErrors,
  ...standardErrors,
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

/**
 * One wording in one language with its parameters filled in; an unknown parameter stays as it is. Of one that reads
 * otherwise in English, `<name>:en` says how.
 */
export function say(wording: Wording, language: Language, parameters: TextParameters = {}): string {
  const template = language === 'en' ? wording.en : wording.zh;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[`${name}:${language}`] ?? parameters[name] ?? whole),
  );
}
