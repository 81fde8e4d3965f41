import { text } from './error-text';

/** Opening an organization, and what it may do while the platform has not opened it or has suspended it. */
export const organizationErrors = {
  organization_waiting: text(
    403,
    '该单位正在等待平台审核',
    'This organization waits for the approval of the platform',
    '审核通过后即可使用；进度和所需材料见“单位资料”，结果会发邮件通知。',
    'It can be used once it is approved; see its application for what is needed. The decision is mailed.',
  ),
  organization_refused: text(
    403,
    '该单位的开通申请未通过',
    'The application of this organization was refused',
    '请在“单位资料”查看原因，补正后重新提交。',
    'Read the reason in its application, put it right and hand it in again.',
  ),
  organization_suspended: text(
    403,
    '该单位已被平台停用',
    'The platform has suspended this organization',
    '已有内容仍可查看和导出，不能修改；原因见“单位资料”，如有异议请联系平台管理员。',
    'Its people still read and export what there is and change nothing; its application names the reason.',
  ),
  organization_closing: text(
    403,
    '该单位正在注销',
    'This organization is being closed',
    '已有内容仍可查看和导出，不能修改；如需继续使用，请所有者在“单位设置”中恢复。',
    'Its people still read and export what there is and change nothing; an owner can restore it in its settings.',
  ),
  last_owner_leaves: text(
    409,
    '您是最后一位所有者，不能退出',
    'You are the last owner and cannot leave',
    '请先在“成员”中把另一位成员设为所有者；如不再使用该单位，请在“单位设置”中注销。',
    'Make another member an owner first; if nobody needs it any more, close the organization in its settings.',
  ),
  export_not_ready: text(
    409,
    '导出文件还没有生成完',
    'The export is not ready yet',
    '请等进度到 100% 后下载；如已失败，请重新导出。',
    'Wait until it is done; if it failed, order it again.',
  ),
  organization_moved: text(
    409,
    '该单位的状态已变化',
    'The state of this organization has changed meanwhile',
    '请刷新后查看当前状态，再决定。',
    'Reload, look at its state, and decide again.',
  ),
  application_closed: text(
    409,
    '申请资料现在不能修改',
    'The application cannot be changed now',
    '只有等待审核或未通过时可以修改；已开通的单位请联系平台管理员。',
    'It can be changed while it waits or was refused; later ask an administrator of the platform.',
  ),
  application_incomplete: text(
    409,
    '申请资料不全，不能通过',
    'The application is not complete and cannot be approved',
    '需要统一社会信用代码和至少一份证明文件（如营业执照）；可退回并说明缺什么。',
    'It needs a credit code and at least one document, such as the business licence; refuse it and say what is missing.',
  ),
} as const;
