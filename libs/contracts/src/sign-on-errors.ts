import { text } from './error-text';

/** Signing in by a provider of identities, and linking one to an account. Pages are told them by their codes. */
export const signOnErrors = {
  sign_on_off: text(
    404,
    '本站没有设置单点登录',
    'This site has no single sign-on',
    '请用邮箱和密码登录。',
    'Sign in by address and password.',
  ),
  sign_on_paused: text(
    429,
    '单点登录次数过多，已暂停',
    'Too many sign-ins by single sign-on',
    '请过一刻钟再试，或用邮箱和密码登录。',
    'Try again in a quarter of an hour, or sign in by address and password.',
  ),
  sign_on_over: text(
    422,
    '这次单点登录已超时、已用过，或不是在本浏览器中开始的',
    'This sign-in is over, was used before, or was not begun in this browser',
    '请重新开始登录。',
    'Begin again.',
  ),
  sign_on_denied: text(
    403,
    '登录服务没有允许这次登录，或登录被取消',
    'The provider did not allow this sign-in, or it was cancelled',
    '请重试，或用邮箱和密码登录；仍不行的，请与贵单位登录服务的管理员联系。',
    'Try again, or sign in by address and password; else ask those who run the provider.',
  ),
  sign_on_failed: text(
    422,
    '登录服务的答复无法核实',
    'The answer of the provider could not be verified',
    '请重新开始登录；仍不行的，请与本站管理员联系。',
    'Begin again; if it stays so, ask those who run this site.',
  ),
  sign_on_stale: text(
    422,
    '登录服务没有重新验证您的身份',
    'The provider did not ask you to sign in once more',
    '请先在登录服务退出，再重新关联。',
    'Sign out there first, then link again.',
  ),
  sign_on_unreachable: text(
    424,
    '暂时连不上登录服务',
    'The provider cannot be reached',
    '请稍后再试，或用邮箱和密码登录。',
    'Try again later, or sign in by address and password.',
  ),
  sign_on_unverified: text(
    403,
    '登录服务没有确认您的邮箱，不能据此找到账号',
    'The provider does not say that your address is verified, so no account is found by it',
    '请先用邮箱和密码登录，再在“我的账号”关联单点登录。',
    'Sign in by address and password, then link it on the page of your account.',
  ),
  sign_on_no_account: text(
    403,
    '该邮箱还没有账号',
    'No account has this address',
    '请先用该邮箱注册，登录后在“我的账号”关联单点登录。',
    'Register with it first, then link it on the page of your account.',
  ),
  sign_on_unproved: text(
    403,
    '该邮箱已有账号，请先证明账号是您本人的',
    'An account has this address; prove first that it is yours',
    '请照旧用密码登录一次，随即关联，今后可直接用单点登录；不记得密码的，请先重设密码，再从单点登录开始。',
    'Sign in by its password this once; then both are linked. If you do not know it, reset it first, then begin again.',
  ),
  identity_taken: text(
    409,
    '该身份已关联到另一个账号',
    'This identity is linked to another account',
    '请先在那个账号的“我的账号”取消关联。',
    'Unlink it on the page of that account first.',
  ),
  identity_linked: text(
    409,
    '账号已关联另一个单点登录身份',
    'The account is linked to another identity already',
    '请先用已关联的身份或密码登录，在“我的账号”取消关联。',
    'Sign in by that identity or the password, and unlink it on the page of your account.',
  ),
} as const;
