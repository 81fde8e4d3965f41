import { Injectable } from '@nestjs/common';
import { nameInMail } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import {
  HandlesJob,
  jobKind,
  Mailer,
  PlatformDatabase,
  Config,
  type JobContext,
  type JobHandler,
  Limits,
} from '../../kernel';
import { hashOfToken, newToken } from './session-tokens';

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
  ) {}

  /** Only the newest link works; done twice it mails twice, and the second link is the newest. */
  async handle({ email }: PasswordResetJobData): Promise<void> {
    const [user] = await this.database.manager.query<
      { id: string; name: string; language: 'zh-CN' | 'en' }[]
    >('SELECT id, name, language FROM users WHERE email = $1', [email]);
    if (!user) return;
    const token = newToken();
    await this.database.transaction('', async (manager) => {
      await manager.query('DELETE FROM password_resets WHERE user_id = $1', [user.id]);
      await manager.query(
        `INSERT INTO password_resets (token_hash, user_id, expires_at)
         VALUES ($1, $2, now() + make_interval(mins => $3))`,
        [hashOfToken(token), user.id, validMinutes],
      );
    });
    const { subject, text } = texts[user.language];
    const link = `${this.config.publicUrl}/reset-password?token=${token}`;
    await this.mailer.send({ to: email, subject, text: text(nameInMail(user.name), link) });
    await this.noteFailure(email, false);
  }

  /**
   * Nobody was mailed: whoever asks again is not kept waiting for a mail that never comes, and those who manage the
   * members see it beside the member.
   */
  async giveUp({ email }: PasswordResetJobData): Promise<void> {
    await this.noteFailure(email, true);
    await this.limits.giveBack('reset_mail', { recipient: email });
  }

  private async noteFailure(email: string, isFailed: boolean): Promise<void> {
    await this.database.manager.query(
      `UPDATE users SET reset_mail_failed_at = CASE WHEN $2 THEN now() END
       WHERE email = $1 AND ($2 OR reset_mail_failed_at IS NOT NULL)`,
      [email, isFailed],
    );
  }
}

/** Whose reset a token is; it stays as it is. @returns null for an unknown or expired token */
export async function ownerOfResetToken(
  manager: EntityManager,
  token: string,
): Promise<string | null> {
  const [found] = await manager.query<{ user_id: string }[]>(
    'SELECT user_id FROM password_resets WHERE token_hash = $1 AND expires_at > now()',
    [hashOfToken(token)],
  );
  return found?.user_id ?? null;
}

/** Whose reset a token is; ends all resets of that person. @returns null for an unknown or expired token */
export async function useResetToken(manager: EntityManager, token: string): Promise<string | null> {
  const userId = await ownerOfResetToken(manager, token);
  if (userId === null) return null;
  const [, ended] = await manager.query<[unknown[], number]>(
    'DELETE FROM password_resets WHERE user_id = $1',
    [userId],
  );
  return ended > 0 ? userId : null;
}
