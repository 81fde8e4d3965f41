import { Injectable } from '@nestjs/common';
import { nameInMail, type Language } from '@liangxing/contracts';
import {
  HandlesJob,
  jobKind,
  Mailer,
  Config,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { UsersRepository } from '../users.repository';

/** What a person is told of by mail, in case it was somebody else. */
export type AccountNotice =
  | 'second_factor_on'
  | 'second_factor_off'
  | 'recovery_codes_renewed'
  | 'recovery_code_used'
  | 'identity_linked'
  | 'identity_unlinked'
  | 'passkey_added'
  | 'passkey_removed'
  | 'email_changed';

interface AccountNoticeData {
  readonly context: JobContext;
  readonly notice: AccountNotice;
  /** Where it goes instead of the address of the account: to the one of before. */
  readonly email?: string;
}

/** Tells the person of the context that something about how they sign in has changed. */
export const SEND_ACCOUNT_NOTICE = jobKind<AccountNoticeData>('accounts.send-notice', {
  atOnce: 4,
});

const texts: Readonly<
  Record<Language, Readonly<Record<AccountNotice, readonly [string, string]>>>
> = {
  'zh-CN': {
    second_factor_on: [
      '两步验证已启用',
      '您的账号已启用两步验证，今后登录时除密码外还需要验证码；其他设备已退出登录。',
    ],
    second_factor_off: ['两步验证已停用', '您的账号已停用两步验证，今后只凭密码登录。'],
    recovery_codes_renewed: ['恢复码已更新', '您的账号已生成新的恢复码，以前的恢复码不再有效。'],
    recovery_code_used: [
      '有人用恢复码登录',
      '刚刚有人用恢复码登录了您的账号；每个恢复码只能用一次。',
    ],
    identity_linked: [
      '已关联单点登录',
      '您的账号已关联单点登录，今后可用它登录，不再需要密码。修改密码会同时解除关联。',
    ],
    identity_unlinked: [
      '已取消关联单点登录',
      '您的账号已取消关联单点登录，今后不能再用它登录，其他设备已退出。',
    ],
    passkey_added: [
      '已添加通行密钥',
      '您的账号已添加通行密钥，今后可用它登录，不再需要密码和验证码。修改密码会同时删除通行密钥。',
    ],
    passkey_removed: [
      '已删除通行密钥',
      '您账号的通行密钥已删除，今后不能再用它登录，其他设备已退出。',
    ],
    email_changed: ['账号邮箱已更改', '您账号的登录邮箱已改为另一个邮箱，本邮箱不再用于登录。'],
  },
  en: {
    second_factor_on: [
      'Two-step verification is on',
      'Your account now asks for a code beside the password; every other place was signed out.',
    ],
    second_factor_off: [
      'Two-step verification is off',
      'Your account now asks for the password alone.',
    ],
    recovery_codes_renewed: [
      'New recovery codes',
      'New recovery codes were made for your account; those of before work no longer.',
    ],
    recovery_code_used: [
      'A recovery code was used',
      'Somebody has just signed in to your account by a recovery code; each works once.',
    ],
    identity_linked: [
      'Single sign-on was linked',
      'Your account is linked to single sign-on now, which signs in without the password. A new password unlinks it.',
    ],
    identity_unlinked: [
      'Single sign-on was unlinked',
      'Your account is no longer linked to single sign-on, and every other place was signed out.',
    ],
    passkey_added: [
      'A passkey was added',
      'Your account has a new passkey, which signs in without password and code. A new password removes it.',
    ],
    passkey_removed: [
      'A passkey was removed',
      'A passkey of your account was removed and signs in no longer; every other place was signed out.',
    ],
    email_changed: [
      'The address of your account was changed',
      'Your account has another e-mail address now; this one signs in no longer.',
    ],
  },
};

const frames: Readonly<Record<Language, (name: string, said: string, at: string) => string>> = {
  'zh-CN': (name, said, at) =>
    `${name}，您好：\n\n${said}\n\n如果不是您本人操作，请立即修改密码并检查登录会话：\n${at}\n` +
    '已无法登录的，请联系平台管理员。\n',
  en: (name, said, at) =>
    `Dear ${name},\n\n${said}\n\nIf it was not you, change the password at once and look where you are signed in:\n` +
    `${at}\nIf you cannot sign in any more, ask those who run this site.\n`,
};

@Injectable()
@HandlesJob(SEND_ACCOUNT_NOTICE)
export class SendAccountNoticeJob implements JobHandler<AccountNoticeData> {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly users: UsersRepository,
  ) {}

  /** Done twice it mails twice. */
  async handle({ context, notice, email }: AccountNoticeData): Promise<void> {
    const user = await this.users.addressee({ id: context.userId });
    if (user === null) return;
    const [title, said] = texts[user.language][notice];
    const product = user.language === 'en' ? 'Liangxing: ' : '良行：';
    const at = `${this.config.publicUrl}/account`;
    await this.mailer.send({
      to: email ?? user.email,
      subject: product + title,
      text: frames[user.language](nameInMail(user.name), said, at),
    });
  }
}
