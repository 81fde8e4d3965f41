import type { Area } from './areas';
import { CASE_ACTIONS } from './case-actions';
import type { Wording } from './error-text';

/**
 * Everything that the audit trail of an organization can say was done, by the part of the data in which it was done. A
 * line keeps its action for good: one that is no longer written stays in this list.
 */
export const AUDIT_ACTIONS = {
  team: {
    'organizations.created': { zh: '创建单位', en: 'Organization created' },
    'organizations.approved': { zh: '平台审核通过', en: 'Approved by the platform' },
    'organizations.refused': { zh: '平台审核未通过', en: 'Refused by the platform' },
    'organizations.resubmitted': { zh: '重新提交申请', en: 'Application handed in again' },
    'organizations.suspended': { zh: '平台停用单位', en: 'Suspended by the platform' },
    'organizations.reopened': { zh: '平台恢复单位', en: 'Opened again by the platform' },
    'organizations.closed': { zh: '申请注销单位', en: 'Organization closed' },
    'organizations.restored': { zh: '撤销注销，恢复单位', en: 'Organization restored' },
    'organizations.export_ordered': { zh: '申请导出全部数据', en: 'Export of everything ordered' },
    'organizations.exported': { zh: '导出全部数据完成', en: 'Export of everything made' },
    'organizations.export_downloaded': {
      zh: '下载全部数据',
      en: 'Export of everything downloaded',
    },
    'organizations.quotas_set': { zh: '平台调整限额', en: 'Quotas set by the platform' },
    'application.changed': { zh: '修改申请资料', en: 'Application changed' },
    'application.document_added': { zh: '上传申请文件', en: 'Document of the application added' },
    'application.document_removed': {
      zh: '删除申请文件',
      en: 'Document of the application removed',
    },
    'application.document_downloaded': {
      zh: '下载申请文件',
      en: 'Document of the application downloaded',
    },
    'members.invited': { zh: '邀请成员', en: 'Member invited' },
    'members.invitation-withdrawn': { zh: '撤回邀请', en: 'Invitation withdrawn' },
    'members.left': { zh: '成员退出', en: 'Member left' },
    'members.invitation_link_made': { zh: '生成邀请链接', en: 'Link of an invitation made' },
    'members.second_factor_required': {
      zh: '要求成员启用两步验证',
      en: 'Second factor required of members',
    },
    'members.second_factor_optional': {
      zh: '不再要求两步验证',
      en: 'Second factor required no longer',
    },
    'members.joined': { zh: '成员加入', en: 'Member joined' },
    'members.role-changed': { zh: '更改成员角色', en: 'Role of a member changed' },
    'members.removed': { zh: '移除成员', en: 'Member removed' },
    'engagement.offered': { zh: '发出咨询合作邀请', en: 'Engagement offered' },
    'engagement.accepted': { zh: '接受咨询合作', en: 'Engagement accepted' },
    'engagement.declined': { zh: '谢绝咨询合作', en: 'Engagement declined' },
    'engagement.withdrawn': { zh: '撤回咨询合作邀请', en: 'Offer of an engagement withdrawn' },
    'engagement.revoked': { zh: '企业终止咨询合作', en: 'Engagement revoked by the client' },
    'engagement.resigned': {
      zh: '咨询机构退出咨询合作',
      en: 'Engagement ended by the consultancy',
    },
    'engagement.extended': { zh: '调整咨询合作期限', en: 'Last day of an engagement changed' },
    'engagement.areas_changed': {
      zh: '调整咨询合作开放的内容',
      en: 'Areas of an engagement changed',
    },
    'engagement.clients_imported': { zh: '批量导入客户', en: 'Clients imported from a workbook' },
    'engagement.import_stopped': { zh: '停止批量导入客户', en: 'Import of clients stopped' },
    'engagement.people_assigned': { zh: '指派负责客户的顾问', en: 'Consultants assigned' },
    'trail.exported': { zh: '导出操作记录', en: 'Trail exported' },
    'portfolio.exported': { zh: '导出客户一览', en: 'Portfolio exported' },
    'portfolio.reported': { zh: '制作客户月报', en: 'Monthly reports to clients made' },
    'template.added': { zh: '新建模板', en: 'Template added' },
    'template.changed': { zh: '修改模板', en: 'Template changed' },
    'template.archived': { zh: '停用模板', en: 'Template archived' },
    'template.restored': { zh: '恢复使用模板', en: 'Template restored' },
    ...CASE_ACTIONS,
    'template.removed': { zh: '删除模板', en: 'Template removed' },
    'template.file_added': { zh: '上传模板的 Word 文件', en: 'Word file of a template uploaded' },
    'template.file_removed': { zh: '删除模板的 Word 文件', en: 'Word file of a template removed' },
    'template.file_downloaded': {
      zh: '下载模板的 Word 文件',
      en: 'Word file of a template downloaded',
    },
    'template.copied': {
      zh: '复制咨询机构的模板',
      en: 'Template of a consultancy copied',
    },
  },
  profile: {
    'profile.changed': { zh: '修改企业信息', en: 'Profile changed' },
    'duties.corrected': { zh: '调整职能分配', en: 'Allocation of duties changed' },
  },
  register: {
    'standards.registered': { zh: '登记标准', en: 'Standard registered' },
    'standards.changed': { zh: '修改标准', en: 'Standards changed' },
    'standards.change_undone': { zh: '撤销标准的修改', en: 'Change of standards undone' },
    'standards.removed': { zh: '删除标准', en: 'Standards removed' },
    'standards.restored': { zh: '恢复标准', en: 'Standards restored' },
    'standards.bin_emptied': { zh: '清空回收站', en: 'Bin emptied' },
    'standards.import_previewed': { zh: '预览标准导入', en: 'Import of standards previewed' },
    'standards.imported': { zh: '导入标准', en: 'Standards imported' },
    'standards.import_undone': { zh: '撤销标准导入', en: 'Import of standards undone' },
    'standards.exported': { zh: '导出标准明细', en: 'Register exported' },
    'standards.verified': { zh: '登记人工查新结果', en: 'Currency looked up by hand' },
    'standards.verification_undone': { zh: '撤销人工查新结果', en: 'Currency finding undone' },
    'standards.replaced': { zh: '换为新版标准', en: 'Replaced by a new edition' },
    'standards.replacement_undone': { zh: '撤销换版', en: 'Replacement undone' },
    'watched.added': { zh: '关注标准', en: 'Standards watched' },
    'watched.read': { zh: '标记关注的变化为已读', en: 'Changes marked as read' },
    'watched.verified': { zh: '登记关注标准的查询结果', en: 'Watched standard looked up' },
    'watched.removed': { zh: '取消关注', en: 'Standards no longer watched' },
    'watched.restored': { zh: '恢复关注', en: 'Standards watched again' },
  },
  system: {
    'system.started': { zh: '建立标准体系', en: 'System started' },
    'system.renamed': { zh: '重命名标准体系', en: 'System renamed' },
    'system.changed': { zh: '修改标准体系', en: 'System changed' },
    'system.change_undone': { zh: '撤销体系修改', en: 'Change of the system undone' },
    'system.change_redone': { zh: '恢复体系修改', en: 'Change of the system redone' },
    'system.moved': { zh: '体系转换版式', en: 'System moved to another form' },
    'system.made_primary': { zh: '设为当前体系', en: 'System made the current one' },
    'system.removed': { zh: '删除标准体系', en: 'System removed' },
    'system.documents_changed': { zh: '修改体系文件设置', en: 'Settings of documents changed' },
    'system.document_downloaded': { zh: '下载体系文件', en: 'System document downloaded' },
    'draft.started': { zh: '起草标准', en: 'Draft started' },
    'draft.changed': { zh: '修改标准草案', en: 'Draft changed' },
    'draft.moved': { zh: '草案流转', en: 'Draft moved on' },
    'draft.removed': { zh: '删除标准草案', en: 'Draft removed' },
    'draft.file_added': { zh: '上传草案的 Word 文件', en: 'Word file of a draft uploaded' },
    'draft.file_removed': { zh: '删除草案的 Word 文件', en: 'Word file of a draft removed' },
    'draft.downloaded': { zh: '下载标准草案', en: 'Draft downloaded' },
    'numbering.saved': { zh: '修改编号规则', en: 'Numbering rules changed' },
  },
  assessment: {
    'scheme.published': { zh: '发布评价方案', en: 'Scheme published' },
    'scheme.offered': { zh: '公开评分表', en: 'Scoring table offered' },
    'scheme.taken_back': { zh: '收回公开的评分表', en: 'Scoring table offered no longer' },
    'scheme_entry.started': { zh: '开始录入评价方案', en: 'Entry of a scheme started' },
    'scheme_entry.changed': { zh: '修改录入内容', en: 'Entry of a scheme changed' },
    'scheme_entry.joined': { zh: '参与录入', en: 'Entry of a scheme joined' },
    'scheme_entry.checked': { zh: '核对录入内容', en: 'Entry of a scheme checked' },
    'scheme_entry.moved': { zh: '录入流转', en: 'Entry of a scheme moved on' },
    'assessment.started': { zh: '新建自我评价', en: 'Self-evaluation started' },
    'assessment.changed': { zh: '修改自我评价', en: 'Self-evaluation changed' },
    'assessment.moved': { zh: '自我评价流转', en: 'Self-evaluation moved on' },
    'assessment.carried_over': { zh: '沿用上次评价', en: 'Answers carried over' },
    'assessment.deleted': { zh: '删除自我评价', en: 'Self-evaluation deleted' },
    'answer.recorded': { zh: '填写评价条目', en: 'Item answered' },
    'condition.answered': { zh: '填写申请条件', en: 'Condition of application answered' },
  },
  evidence: {
    'evidence.uploaded': { zh: '上传证实材料', en: 'Evidence uploaded' },
    'evidence.changed': { zh: '修改证实材料', en: 'Evidence changed' },
    'evidence.linked': { zh: '关联证实材料', en: 'Evidence linked' },
    'evidence.unlinked': { zh: '取消关联证实材料', en: 'Evidence unlinked' },
    'evidence.downloaded': { zh: '下载证实材料', en: 'Evidence downloaded' },
    'evidence.removed': { zh: '删除证实材料', en: 'Evidence removed' },
  },
  records: {
    'record.added': { zh: '新增台账记录', en: 'Record added' },
    'record.changed': { zh: '修改台账记录', en: 'Record changed' },
    'record.removed': { zh: '删除台账记录', en: 'Record removed' },
    'records.imported': { zh: '导入台账', en: 'Records imported' },
    'records.import_undone': { zh: '撤销台账导入', en: 'Import of records undone' },
    'records.exported': { zh: '导出台账', en: 'Records exported' },
    'records.proven': { zh: '台账转为证实材料', en: 'Records put among the evidence' },
  },
  improvements: {
    'corrective_action.added': { zh: '新增整改措施', en: 'Corrective action added' },
    'corrective_action.changed': { zh: '修改整改措施', en: 'Corrective action changed' },
    'corrective_action.removed': { zh: '删除整改措施', en: 'Corrective action removed' },
    'corrective_actions.exported': { zh: '导出整改措施', en: 'Corrective actions exported' },
  },
  dossier: {
    'dossier.attachments_chosen': { zh: '选择申报材料附件', en: 'Attachments chosen' },
    'dossier.ordered': { zh: '生成申报材料', en: 'Dossier ordered' },
    'dossier.issued': { zh: '申报材料已生成', en: 'Dossier issued' },
    'dossier.downloaded': { zh: '下载申报材料', en: 'Dossier downloaded' },
    'submission.sent': { zh: '提交评价申请', en: 'Dossier handed in' },
    'submission.corrected': { zh: '提交补正材料', en: 'Correction handed in' },
    'submission.answered': { zh: '答复评价组织的询问', en: 'Question of the body answered' },
    'submission.plan_confirmed': { zh: '确认评价计划', en: 'Plan of the evaluation confirmed' },
    'submission.plan_objected': {
      zh: '对评价计划提出异议',
      en: 'Objected to the plan of the evaluation',
    },
    'submission.finding_answered': { zh: '答复不符合项', en: 'Finding answered' },
    'submission.withdrawn': { zh: '撤回评价申请', en: 'Application withdrawn' },
    'submission.appealed': { zh: '对评价决定提出申诉', en: 'Appeal against a decision made' },
    'submission.certificate_printed': { zh: '下载证书', en: 'Certificate downloaded' },
    'submission.form_downloaded': { zh: '下载评价组织的表格', en: 'Form of a body downloaded' },
    'submission.letter_read': { zh: '收到评价组织来函', en: 'Letter of the body received' },
  },
} as const satisfies Readonly<Record<Area | 'team', Readonly<Record<string, Wording>>>>;

export type AuditPart = keyof typeof AUDIT_ACTIONS;
export type AuditAction = { [Part in AuditPart]: keyof (typeof AUDIT_ACTIONS)[Part] }[AuditPart];

/** What the platform's own trail can say was done: what belongs to no organization, by its part. */
export const PLATFORM_ACTIONS = {
  accounts: {
    'account.registered': { zh: '注册账号', en: 'Account registered' },
    'account.email_confirmed': { zh: '验证邮箱', en: 'Address confirmed' },
    'account.password_changed': { zh: '修改密码', en: 'Password changed' },
    'account.password_reset': { zh: '重置密码', en: 'Password reset by mail' },
    'account.email_changed': { zh: '更改邮箱', en: 'Address changed' },
    'account.second_factor_on': { zh: '启用两步验证', en: 'Second factor switched on' },
    'account.second_factor_off': { zh: '停用两步验证', en: 'Second factor switched off' },
    'account.second_factor_taken_off': {
      zh: '运维停用两步验证',
      en: 'Second factor switched off by command',
    },
    'account.recovery_codes_renewed': { zh: '更新恢复码', en: 'Recovery codes renewed' },
    'account.recovery_code_used': { zh: '使用恢复码登录', en: 'Recovery code used' },
    'account.identity_linked': { zh: '关联单点登录', en: 'Identity of single sign-on linked' },
    'account.identity_unlinked': {
      zh: '取消关联单点登录',
      en: 'Identity of single sign-on unlinked',
    },
    'account.passkey_added': { zh: '添加通行密钥', en: 'Passkey added' },
    'account.passkey_renamed': { zh: '重命名通行密钥', en: 'Passkey renamed' },
    'account.passkey_removed': { zh: '删除通行密钥', en: 'Passkey removed' },
    'account.session_ended': { zh: '退出单个登录', en: 'One other session ended' },
    'account.sessions_ended': { zh: '退出其他登录', en: 'Other sessions ended' },
    'account.token_made': { zh: '创建访问令牌', en: 'Access token made' },
    'account.token_revoked': { zh: '撤销访问令牌', en: 'Access token revoked' },
  },
  organizations: {
    'organization.applied': { zh: '申请开通单位', en: 'Opening of an organization asked for' },
    'organization.resubmitted': { zh: '重新提交申请', en: 'Application handed in again' },
    'organization.approved': { zh: '审核通过', en: 'Organization approved' },
    'organization.refused': { zh: '审核未通过', en: 'Organization refused' },
    'organization.suspended': { zh: '停用单位', en: 'Organization suspended' },
    'organization.reopened': { zh: '恢复单位', en: 'Organization opened again' },
    'organization.closed': { zh: '单位申请注销', en: 'Organization closed by its owner' },
    'organization.restored': { zh: '撤销注销', en: 'Closed organization restored' },
    'organization.deleted': { zh: '删除单位及全部数据', en: 'Organization deleted with its data' },
    'organization.quotas_set': { zh: '调整单位限额', en: 'Quotas of an organization set' },
    'organization.document_read': { zh: '查看申请文件', en: 'Document of an application read' },
  },
  catalogue: {
    'catalogue.import_previewed': { zh: '预览目录导入', en: 'Import into the catalogue previewed' },
    'catalogue.import_discarded': { zh: '放弃目录导入', en: 'Import into the catalogue discarded' },
    'catalogue.import_started': { zh: '开始目录导入', en: 'Import into the catalogue started' },
    'catalogue.imported': { zh: '目录导入完成', en: 'Catalogue imported' },
    'catalogue.import_failed': { zh: '目录导入失败', en: 'Import into the catalogue failed' },
    'catalogue.feedback_answered': {
      zh: '答复目录反馈',
      en: 'Remark about the catalogue answered',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Wording>>>>;

export type PlatformPart = keyof typeof PLATFORM_ACTIONS;
export type PlatformAction = {
  [Part in PlatformPart]: keyof (typeof PLATFORM_ACTIONS)[Part];
}[PlatformPart];

const platformParts: ReadonlyMap<string, PlatformPart> = new Map(
  Object.entries(PLATFORM_ACTIONS).flatMap(([part, actions]) =>
    Object.keys(actions).map((action) => [action, part as PlatformPart] as const),
  ),
);

/** The chain in which an action of the platform stands. */
export function platformPartOf(action: PlatformAction): PlatformPart {
  const part = platformParts.get(action);
  if (part === undefined) throw new Error(`no part of the platform has the action ${action}`);
  return part;
}

const wordings: ReadonlyMap<string, Wording> = new Map(
  [...Object.values(AUDIT_ACTIONS), ...Object.values(PLATFORM_ACTIONS)].flatMap((actions) =>
    Object.entries<Wording>(actions),
  ),
);

/** What an action is called; one of an older product by its own name. */
export function auditActionWording(action: string): Wording {
  return wordings.get(action) ?? { zh: action, en: action };
}
