import { Injectable } from '@nestjs/common';
import { nameInMail } from '@liangxing/contracts';
import {
  HandlesJob,
  jobKind,
  Mailer,
  PlatformDatabase,
  Config,
  type JobContext,
  type JobHandler,
  Limits,
} from '../../../kernel';
import { MailedLinksRepository } from '../mailed-links.repository';
import { newToken } from '../session-tokens';
import { UsersRepository } from '../users.repository';

interface PasswordResetJobData {
  readonly context: JobContext;
  readonly email: string;
}

/** Mails a link to set a new password. The link is made by the job, so that no secret waits in the queue. */
export const SEND_PASSWORD_RESET = jobKind<PasswordResetJobData>('accounts.send-password-reset', {
  atOnce: 4,
});

const validMinutes = 60;

const texts = {
  'zh-CN': {
    subject: '良行：重设密码',
    text: (name: string, link: string) =>
      `${name}，您好：\n\n请在 ${validMinutes} 分钟内打开以下链接重设密码：\n${link}\n\n如果不是您本人申请，请忽略本邮件，密码不会改变。\n`,
  },
  en: {
    subject: 'Liangxing: reset your password',
    text: (name: string, link: string) =>
      `Dear ${name},\n\nopen this link within ${validMinutes} minutes to set a new password:\n${link}\n\nIf you did not ask for it, ignore this mail; your password stays as it is.\n`,
  },
} as const;

@Injectable()
@HandlesJob(SEND_PASSWORD_RESET)
export class SendPasswordResetJob implements JobHandler<PasswordResetJobData> {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly limits: Limits,
    private readonly users: UsersRepository,
    private readonly links: MailedLinksRepository,
  ) {}

  /** Only the newest link works; done twice it mails twice, and the second link is the newest. */
  async handle({ email }: PasswordResetJobData): Promise<void> {
    const user = await this.users.addressee({ email });
    if (user === null) return;
    const token = newToken();
    await this.database.transaction('', (manager) =>
      this.links.insertReset(manager, token, user.id, validMinutes),
    );
    const { subject, text } = texts[user.language];
    const link = `${this.config.publicUrl}/reset-password?token=${token}`;
    await this.mailer.send({ to: email, subject, text: text(nameInMail(user.name), link) });
    await this.users.noteResetMail(email, false);
  }

  /**
   * Nobody was mailed: whoever asks again is not kept waiting for a mail that never comes, and those who manage the
   * members see it beside the member.
   */
  async giveUp({ email }: PasswordResetJobData): Promise<void> {
    await this.users.noteResetMail(email, true);
    await this.limits.giveBack('reset_mail', { recipient: email });
  }
}
