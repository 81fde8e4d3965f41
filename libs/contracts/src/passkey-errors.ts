import { text } from './error-text';

/** Longest name of a passkey, in characters. */
export const PASSKEY_NAME = 60;

/** Signing in by a passkey, and adding one to an account. */
export const passkeyErrors = {
  passkeys_off: text(
    404,
    '本站不能使用通行密钥',
    'This site has no passkeys',
    '请用密码登录；网站地址（PUBLIC_URL）为 https 域名时才能使用通行密钥。',
    'Sign in by the password; passkeys need an address (PUBLIC_URL) of https with a domain.',
  ),
  passkey_over: text(
    422,
    '这次通行密钥验证已超时、已用过，或不是在本浏览器中开始的',
    'This use of a passkey is over, was answered before, or was not begun in this browser',
    '请重新开始。',
    'Begin again.',
  ),
  passkey_refused: text(
    422,
    '通行密钥无法核实',
    'The passkey could not be verified',
    '请重试，或改用密码；仍不行的，请删除后重新添加。',
    'Try again, or use the password; if it stays so, remove it and add it anew.',
  ),
  passkey_first: text(
    403,
    '请先用通行密钥登录',
    'Sign in by your passkey first',
    '该账号以通行密钥作为两步验证，只凭密码不能修改登录方式。通行密钥已丢失的，请通过邮件重设密码，届时通行密钥会全部删除。',
    'Passkeys are the second step of this account: the password alone changes no way of signing in. If the passkey is lost, reset the password by mail, which removes all passkeys.',
  ),
  passkey_unknown: text(
    401,
    '没有账号登记了这个通行密钥，可能已删除',
    'No account has this passkey; it may have been removed',
    '请用密码登录，再在“我的账号”重新添加。',
    'Sign in by the password, then add it anew on the page of your account.',
  ),
  passkey_of_other: text(
    422,
    '这是另一个账号的通行密钥',
    'This passkey is of another account',
    '请选择本账号的通行密钥，或输入密码。',
    'Choose one of this account, or type the password.',
  ),
  passkey_known: text(
    409,
    '这个通行密钥已经添加过',
    'This passkey was added before',
    '请直接使用，或换一台设备添加。',
    'Use it, or add one on another device.',
  ),
} as const;
