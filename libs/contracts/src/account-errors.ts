import type { ErrorText } from './error-codes';

const text = (status: number, zh: string, en: string, mendZh: string, mendEn: string) =>
  ({ status, title: { zh, en }, mend: { zh: mendZh, en: mendEn } }) satisfies ErrorText;

/** Signing in, own sessions, members and their invitations. */
export const accountErrors = {
  not_platform_administrator: text(
    403,
    '只有平台管理员可以这样做',
    'Only administrators of the platform may do this',
    '请用平台管理员的账号登录；管理员在设置 PLATFORM_ADMINISTRATORS 中指定。',
    'Sign in as an administrator; the setting PLATFORM_ADMINISTRATORS names them.',
  ),
  not_signed_in: text(401, '尚未登录', 'Not signed in', '请登录后继续。', 'Sign in to continue.'),
  wrong_credentials: text(
    401,
    '邮箱或密码不正确',
    'The e-mail address or the password is wrong',
    '请核对后重试，或重设密码。',
    'Check both, or reset your password.',
  ),
  wrong_password: text(
    422,
    '当前密码不正确',
    'The current password is wrong',
    '请核对后重试。',
    'Check it and try again.',
  ),
  email_taken: text(
    409,
    '该邮箱已注册',
    'This e-mail address is registered already',
    '请直接登录，或重设密码。',
    'Sign in, or reset your password.',
  ),
  reset_token_invalid: text(
    422,
    '重设链接无效或已过期',
    'The reset link is invalid or has expired',
    '请重新申请重设密码。',
    'Ask for a new link.',
  ),
  invitation_invalid: text(
    422,
    '邀请链接已使用过、已过期或已撤回',
    'The invitation was used before, has expired or was withdrawn',
    '已经加入的请直接登录；还没有加入的，请邀请人重新发送。',
    'If you have joined already, sign in; otherwise ask to be invited again.',
  ),
  sign_in_paused: text(
    429,
    '登录尝试次数过多，已暂停',
    'Too many tries to sign in',
    '请{when}再试；也可通过邮件重设密码，随即可以登录。',
    'Try again {when}, or reset the password by mail and sign in at once.',
  ),
  email_unconfirmed: text(
    403,
    '请先确认邮箱',
    'Confirm your e-mail address first',
    '确认邮件已发到您的邮箱，打开其中的链接后即可邀请他人；没有收到可重新发送。',
    'Open the link that was mailed to you, then you can invite others; it can be sent again.',
  ),
  confirmation_invalid: text(
    422,
    '确认链接无效或已过期',
    'The confirmation link is invalid or has expired',
    '请登录后重新发送确认邮件。',
    'Sign in and have it sent again.',
  ),
  recently_mailed: text(
    429,
    '刚刚已向该邮箱发过邮件',
    'A mail to this address was sent a short time ago',
    '邮件可能在垃圾邮件中；仍未收到的话，{when}可再发。',
    'It may be in the spam folder; otherwise send it again {when}.',
  ),
  last_owner: text(
    409,
    '企业至少要有一名所有者',
    'An organization needs at least one owner',
    '请先指定另一名所有者。',
    'Make someone else owner first.',
  ),
  already_member: text(
    409,
    '对方已是成员',
    'Already a member',
    '可在成员列表中修改其角色。',
    'Change the role in the list of members.',
  ),
} as const;
