import { text } from './error-text';

/** Engagements (咨询合作) between an enterprise and a consultancy. */
export const engagementErrors = {
  consultancy_unknown: text(
    404,
    '没有找到使用该统一社会信用代码的咨询机构',
    'No consultancy with this credit code was found',
    '请核对代码；对方需已在本平台开通且未被停用。也可以请对方把合作邀请发到您的邮箱。',
    'Check the code: the consultancy has to be opened here and not suspended. It can also send its offer to your address.',
  ),
  engagement_exists: text(
    409,
    '与“{name}”的咨询合作正在进行，至 {until}',
    'There is an engagement with {name} already, until {until}',
    '同一咨询机构与同一企业同时只有一份合作；要更改，请由企业在“咨询合作”中延期或调整开放的内容。',
    'There is one at a time between the same two; the enterprise can extend it or change its areas on its page of engagements.',
  ),
  engagement_offered: text(
    409,
    '已有一份等待“{name}”答复的合作邀请',
    'An offer to {name} waits for its answer already',
    '请等待对方答复，或撤回后重新发出。',
    'Wait for the answer, or withdraw it and offer anew.',
  ),
  engagement_moved: text(
    409,
    '这份合作的状态已变化',
    'This engagement has moved on meanwhile',
    '请刷新后查看当前状态，再决定。',
    'Reload, look at its state, and decide again.',
  ),
  engagement_ended: text(
    404,
    '与“{name}”的咨询合作已结束',
    'The engagement with {name} has ended',
    '尚未保存的内容仍在页面上，请复制后离开；要继续办理，请联系该企业。',
    'What is not saved is still on the page: copy it before you leave. To go on, ask the enterprise.',
  ),
  offer_invalid: text(
    404,
    '合作邀请无效或已失效',
    'The offer is not valid, or not any more',
    '它可能已被答复、撤回或超过期限；请联系发出邀请的咨询机构。',
    'It may have been answered or withdrawn, or its time is over; ask the consultancy that sent it.',
  ),
  partner_suspended: text(
    409,
    '对方单位“{name}”目前不能建立合作',
    '{name} cannot enter into an engagement now',
    '对方已被平台停用、正在注销或尚未开通；恢复后再接受。',
    'It is suspended, closing or not open yet; accept when it is open again.',
  ),
  template_archived: text(
    409,
    '模板“{name}”已停用',
    'The template {name} is archived',
    '请先恢复使用，再复制给客户。',
    'Restore it before it is copied to clients.',
  ),
  template_content_wrong: text(
    422,
    '模板的内容与类型不符',
    'The content does not fit the kind of the template',
    '请只填写该类型的内容。',
    'Send the content of that kind, and of no other.',
  ),
} as const;
