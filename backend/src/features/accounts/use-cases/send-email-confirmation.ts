import { Injectable } from '@nestjs/common';
import {
  Config,
  HandlesJob,
  jobKind,
  Mailer,
  PlatformDatabase,
  type JobData,
  type JobHandler,
} from '../../../kernel';
import { MailedLinksRepository } from '../mailed-links.repository';
import { newToken } from '../session-tokens';
import { UsersRepository } from '../users.repository';

/** Mails the person of the context a link that confirms their address. The job makes it: no secret waits in the queue. */
export const SEND_EMAIL_CONFIRMATION = jobKind<JobData>('accounts.send-email-confirmation', {
  atOnce: 4,
});

const validDays = 7;

const texts = {
  'zh-CN': {
    subject: '良行：请确认您的邮箱',
    text: (link: string) =>
      `您好：\n\n有人用这个邮箱注册了良行。如果是您本人，请在 ${validDays} 天内打开以下链接确认邮箱：\n${link}\n\n` +
      '确认后即可邀请同事。如果不是您本人注册，请忽略本邮件。\n',
  },
  en: {
    subject: 'Liangxing: confirm your e-mail address',
    text: (link: string) =>
      `Hello,\n\nsomebody registered with Liangxing under this address. If it was you, open this link within ` +
      `${validDays} days to confirm it:\n${link}\n\nThen you can invite colleagues. If it was not you, ignore this mail.\n`,
  },
} as const;

@Injectable()
@HandlesJob(SEND_EMAIL_CONFIRMATION)
export class SendEmailConfirmationJob implements JobHandler<JobData> {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly users: UsersRepository,
    private readonly links: MailedLinksRepository,
  ) {}

  /** Done twice it mails twice, and both links work until one is used. */
  async handle({ context }: JobData): Promise<void> {
    const user = await this.users.addressee({ id: context.userId });
    if (user === null) return;
    const token = newToken();
    const address = { userId: user.id, email: user.email };
    await this.links.insertConfirmation(this.database.manager, token, address, validDays);
    const { subject, text } = texts[user.language];
    const link = `${this.config.publicUrl}/confirm-email/${token}`;
    await this.mailer.send({ to: user.email, subject, text: text(link) });
  }
}
