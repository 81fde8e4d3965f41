import type { ErrorText } from './error-text';

/** What an account or an organization may have of each thing, before an administrator raises it. */
const quota = (zh: string, en: string, mendZh: string, mendEn: string) =>
  ({
    status: 409,
    title: { zh, en },
    mend: {
      zh: `${mendZh}或请管理员提高上限。`,
      en: `${mendEn}, or ask the administrator for more.`,
    },
  }) satisfies ErrorText;

export const quotaErrors = {
  quota_organizations_per_account: quota(
    '一个账号最多可作为 {limit} 家单位的所有者或负责人',
    'One account leads at most {limit} organizations',
    '请用已有的单位，',
    'Use one of those that you have',
  ),
  quota_access_tokens: quota(
    '一个账号最多有 {limit} 个访问令牌',
    'One account has at most {limit} access tokens',
    '请撤销不再使用的访问令牌后重试，',
    'Revoke tokens that are no longer used',
  ),
  quota_passkeys: quota(
    '一个账号最多有 {limit} 个通行密钥',
    'One account has at most {limit} passkeys',
    '请删除不再使用的通行密钥后重试，',
    'Remove passkeys that are no longer used',
  ),
  quota_members: quota(
    '单位成员最多 {limit} 人',
    'An organization has at most {limit} members',
    '请由所有者移除不再需要的成员后重试，',
    'Have an owner remove members who are no longer needed',
  ),
  quota_open_invitations: quota(
    '未接受的邀请最多 {limit} 份',
    'At most {limit} invitations wait for an answer',
    '请撤回不再需要的邀请后重试，',
    'Withdraw invitations that are no longer needed',
  ),
  quota_application_documents: quota(
    '申请文件最多 {limit} 份',
    'An application has at most {limit} documents',
    '请删除不需要的文件后重试，',
    'Remove documents that are not needed',
  ),
  quota_evidence_bytes: quota(
    '文件的存储空间共 {limit}，剩余不足',
    'Files have {limit} of room, and too little of it is left',
    '请删除不再需要的证实材料、草案或模板的 Word 文件，或压缩文件后重试，',
    'Delete evidence or Word files that are no longer needed, or make the file smaller',
  ),
  quota_evidence_files: quota(
    '证实材料最多 {limit} 个文件（含旧版）',
    'There are at most {limit} files of evidence, earlier revisions included',
    '请删除不再需要的证实材料后重试，',
    'Delete evidence that is no longer needed',
  ),
  quota_standards: quota(
    '标准明细最多 {limit} 条',
    'A register holds at most {limit} standards',
    '请删除不再需要的标准后重试，',
    'Delete standards that are no longer needed',
  ),
  quota_removed_standards: quota(
    '回收站最多保留 {limit} 条标准',
    'The recycle bin keeps at most {limit} standards',
    '请先清空回收站后重试，',
    'Empty the recycle bin first',
  ),
  quota_verifications: quota(
    '核对记录最多 {limit} 条',
    'At most {limit} records of checking are kept',
    '请改在标准明细中填写状态与查新日期，',
    'Set the state and its day in the register itself',
  ),
  quota_watched_standards: quota(
    '关注的标准最多 {limit} 项（含 30 天内取消的）',
    'At most {limit} standards are followed, those removed within 30 days included',
    '请取消不再需要关注的标准，30 天后重试，',
    'Follow fewer standards and try again after 30 days',
  ),
  quota_systems: quota(
    '标准体系最多 {limit} 个',
    'There are at most {limit} standard systems',
    '请删除不再需要的体系后重试，',
    'Delete systems that are no longer needed',
  ),
  quota_assessments: quota(
    '自我评价最多 {limit} 次',
    'There are at most {limit} assessments',
    '请继续使用已有的自我评价，',
    'Go on with one of those that you have',
  ),
  quota_dossiers: quota(
    '申请材料最多 {limit} 版',
    'There are at most {limit} dossiers',
    '请使用已生成的版本，',
    'Use one of those that were built',
  ),
  quota_records: quota(
    '台账记录最多 {limit} 条',
    'The lists hold at most {limit} records',
    '请删除不再需要的记录后重试，',
    'Delete records that are no longer needed',
  ),
  quota_drafts: quota(
    '起草中的标准最多 {limit} 份',
    'There are at most {limit} drafts',
    '请删除不再需要的草案后重试，',
    'Delete drafts that are no longer needed',
  ),
  quota_corrective_actions: quota(
    '整改项最多 {limit} 条',
    'There are at most {limit} corrective actions',
    '请删除不再需要的整改项后重试，',
    'Delete actions that are no longer needed',
  ),
  quota_stored_imports: quota(
    '保存的导入最多 {limit} 次',
    'At most {limit} imports are kept',
    '旧的导入会自动清理，请稍后重试，',
    'Earlier ones are cleared by themselves; try again later',
  ),
  quota_schemes: quota(
    '单位自有的评价方案最多 {limit} 个版本',
    'An organization has at most {limit} versions of own schemes',
    '请使用已发布的方案，',
    'Use one of those that are published',
  ),
  quota_attachments: quota(
    '一份申请材料最多附 {limit} 个文件',
    'A dossier has at most {limit} attached files',
    '请取下不需要的附件，',
    'Detach files that are not needed',
  ),
  quota_attachment_pages: quota(
    '一份申请材料的附件合计最多 {limit} 页',
    'The attached files of a dossier have at most {limit} pages together',
    '请取下不需要的附件，或只保留要附的页后重新上传，',
    'Detach files that are not needed, or upload the pages that matter only',
  ),
  quota_attachment_bytes: quota(
    '一份申请材料的附件合计最大 {limit}',
    'The attached files of a dossier have at most {limit} together',
    '请压缩文件或降低扫描分辨率（200～300 dpi 即可）后重新上传，',
    'Make the files smaller, for example scan with 200 to 300 dpi',
  ),
  quota_clients: quota(
    '客户（含等待答复的邀请）最多 {limit} 家',
    'A consultancy has at most {limit} clients, offers that wait included',
    '请结束不再进行的合作或撤回邀请后重试，',
    'End engagements that are done, or withdraw offers',
  ),
  quota_templates: quota(
    '模板最多 {limit} 个（含已停用的）',
    'A consultancy has at most {limit} templates, archived ones included',
    '请改用已有的模板，',
    'Change one of those that you have',
  ),
  quota_scheme_entries: quota(
    '录入的评分表最多 {limit} 份',
    'There are at most {limit} entries of scoring tables',
    '请继续使用已有的录入，',
    'Go on with one of those that you have',
  ),
} as const;

type QuotaCode = keyof typeof quotaErrors;
/** `evidence_bytes` and the like. */
export type QuotaName = QuotaCode extends `quota_${infer Name}` ? Name : never;

/** Of an account, or of one dossier. */
const OF_OTHERS = [
  'organizations_per_account',
  'access_tokens',
  'passkeys',
  'attachments',
  'attachment_pages',
  'attachment_bytes',
] as const satisfies readonly QuotaName[];

/** Those of one organization, which the platform can set for it alone. */
export type OrganizationQuota = Exclude<QuotaName, (typeof OF_OTHERS)[number]>;
export const ORGANIZATION_QUOTAS: readonly OrganizationQuota[] = Object.keys(quotaErrors)
  .map((code) => code.slice('quota_'.length) as QuotaName)
  .filter((name): name is OrganizationQuota => !OF_OTHERS.some((other) => other === name));
