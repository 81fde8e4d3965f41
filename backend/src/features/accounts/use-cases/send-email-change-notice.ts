import { Injectable } from '@nestjs/common';
import { nameInMail, type Language } from '@liangxing/contracts';
import {
  Config,
  HandlesJob,
  jobKind,
  Mailer,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import type { SessionPlace } from '../sessions.repository';
import { UsersRepository } from '../users.repository';

interface NoticeData {
  readonly context: JobContext;
  /** The new address. */
  readonly email: string;
  /** Where it was asked for. */
  readonly place: SessionPlace;
}

/** Tells the address of an account that another one is to take its place, while that can still be stopped. */
export const SEND_EMAIL_CHANGE_NOTICE = jobKind<NoticeData>('accounts.send-email-change-notice', {
  atOnce: 4,
});

interface Told {
  readonly name: string;
  readonly email: string;
  /** Browser and network, as far as they are known. */
  readonly from: string;
  /** Addresses of pages. */
  readonly account: string;
  readonly reset: string;
}

/** Places that have a name instead of an address. */
const places: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': { local: '本机', private: '内部网络' },
  en: { local: 'this machine', private: 'internal network' },
};

const texts = {
  'zh-CN': {
    subject: '良行：账号正在更改邮箱',
    text: ({ name, email, from, account, reset }: Told) =>
      `${name}，您好：\n\n有人登录您的账号${from && `（${from}）`}，申请将登录邮箱由本邮箱改为 ${email}。` +
      '新邮箱在 24 小时内打开确认链接后才会更改，此前仍使用本邮箱。\n\n' +
      `如果不是您本人操作，请立即在账号页面选择“放弃更改”，并修改密码：\n${account}\n` +
      `无法登录的，请用本邮箱重设密码，更改随即作废：\n${reset}\n`,
  },
  en: {
    subject: 'Liangxing: the address of your account is to change',
    text: ({ name, email, from, account, reset }: Told) =>
      `Dear ${name},\n\nsomebody who is signed in to your account${from && ` (${from})`} wants ${email} to take the place ` +
      'of this address. That happens when the link that was mailed there is opened within 24 hours; until then this ' +
      `address stays.\n\nIf it was not you, choose “Keep the old address” on the page of your account at once, and ` +
      `change your password:\n${account}\nIf you cannot sign in, reset the password by this address, which ends the ` +
      `change, too:\n${reset}\n`,
  },
} as const;

@Injectable()
@HandlesJob(SEND_EMAIL_CHANGE_NOTICE)
export class SendEmailChangeNoticeJob implements JobHandler<NoticeData> {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly users: UsersRepository,
  ) {}

  /** Done twice it mails twice. Where the new address is that of the account by now, that was told already. */
  async handle({ context, email, place }: NoticeData): Promise<void> {
    const user = await this.users.addressee({ id: context.userId });
    if (user === null || user.email === email) return;
    const { subject, text } = texts[user.language];
    const { publicUrl } = this.config;
    const network = places[user.language][place.network] ?? place.network;
    const told: Told = {
      name: nameInMail(user.name),
      email,
      from: [place.browser, network].filter((part) => part !== '').join(' · '),
      account: `${publicUrl}/account`,
      reset: `${publicUrl}/reset-password`,
    };
    await this.mailer.send({ to: user.email, subject, text: text(told) });
  }
}
