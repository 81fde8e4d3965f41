import { Injectable } from '@nestjs/common';
import { nameInMail } from '@liangxing/contracts';
import {
  Config,
  HandlesJob,
  jobKind,
  Mailer,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { UsersRepository } from '../users.repository';

interface NoticeData {
  readonly context: JobContext;
  /** Of the token; no secret is in the queue. */
  readonly name: string;
  readonly days: number;
  readonly isWriting: boolean;
}

/** Tells a person that an access token was made for their account. */
export const SEND_ACCESS_TOKEN_NOTICE = jobKind<NoticeData>('accounts.send-access-token-notice', {
  atOnce: 4,
});

type Told = Pick<NoticeData, 'name' | 'days' | 'isWriting'> & { person: string; link: string };

const texts = {
  'zh-CN': {
    subject: '良行：已创建访问令牌',
    text: ({ person, name, days, isWriting, link }: Told) =>
      `${person}，您好：\n\n您的账号创建了访问令牌“${name}”，${days} 天内有效，可${isWriting ? '读取和修改' : '读取'}所选范围的数据。\n\n` +
      `如果不是您本人创建，请立即在账号页面撤销它，并修改密码：\n${link}\n`,
  },
  en: {
    subject: 'Liangxing: an access token was made',
    text: ({ person, name, days, isWriting, link }: Told) =>
      `Dear ${person},\n\nthe access token “${name}” was made for your account. It is valid for ${days} days and may ` +
      `${isWriting ? 'read and change' : 'read'} the data of the areas that were chosen.\n\n` +
      `If it was not you, revoke it at once on the page of your account and change your password:\n${link}\n`,
  },
} as const;

@Injectable()
@HandlesJob(SEND_ACCESS_TOKEN_NOTICE)
export class SendAccessTokenNoticeJob implements JobHandler<NoticeData> {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly users: UsersRepository,
  ) {}

  /** Done twice it mails twice. */
  async handle({ context, name, days, isWriting }: NoticeData): Promise<void> {
    const user = await this.users.addressee({ id: context.userId });
    if (user === null) return;
    const { subject, text } = texts[user.language];
    const person = nameInMail(user.name);
    const link = `${this.config.publicUrl}/account`;
    const told = { person, name: nameInMail(name), days, isWriting, link };
    await this.mailer.send({ to: user.email, subject, text: text(told) });
  }
}
