import { Injectable } from '@nestjs/common';
import { nameInMail } from '@liangxing/contracts';
import {
  Config,
  HandlesJob,
  jobKind,
  Mailer,
  PlatformDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { MailedLinksRepository } from '../mailed-links.repository';
import { newToken } from '../session-tokens';
import { UsersRepository } from '../users.repository';

interface EmailChangeData {
  readonly context: JobContext;
  /** The new address. */
  readonly email: string;
}

/** Mails the link that makes an address the one of an account. The job makes it: no secret waits in the queue. */
export const SEND_EMAIL_CHANGE = jobKind<EmailChangeData>('accounts.send-email-change', {
  atOnce: 4,
});

const texts = {
  'zh-CN': {
    subject: '良行：请确认新邮箱',
    text: (name: string, link: string) =>
      `您好：\n\n${name} 要将良行账号的登录邮箱改为本邮箱。如果是您本人，请在 24 小时内打开以下链接确认：\n${link}\n\n` +
      '确认前仍使用原邮箱。如果不是您本人，请忽略本邮件。\n',
  },
  en: {
    subject: 'Liangxing: confirm the new address',
    text: (name: string, link: string) =>
      `Hello,\n\n${name} wants this to be the address of their account with Liangxing. If it is you, open this link ` +
      `within 24 hours:\n${link}\n\nUntil then the address of before stays. If it is not you, ignore this mail.\n`,
  },
} as const;

@Injectable()
@HandlesJob(SEND_EMAIL_CHANGE)
export class SendEmailChangeJob implements JobHandler<EmailChangeData> {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly users: UsersRepository,
    private readonly links: MailedLinksRepository,
  ) {}

  /** Done twice it mails twice, and the second link is the newest, which alone works. */
  async handle({ context: { userId }, email }: EmailChangeData): Promise<void> {
    const user = await this.users.addressee({ id: userId });
    if (user === null) return;
    const token = newToken();
    const address = { userId, email };
    const { manager } = this.database;
    if (!(await this.links.giveEmailChangeLink(manager, address, token))) return;
    const { subject, text } = texts[user.language];
    const link = `${this.config.publicUrl}/change-email/${token}`;
    await this.mailer.send({ to: email, subject, text: text(nameInMail(user.name), link) });
  }
}
