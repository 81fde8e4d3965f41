import { Injectable } from '@nestjs/common';
import { nameInMail } from '@liangxing/contracts';
import { STANDARD_STATUS_NAMES } from '@liangxing/standard-number';
import {
  Config,
  HandlesJob,
  jobKind,
  Mailer,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import type { StatusChange } from '../currency-check';
import { CurrencyRepository } from '../currency.repository';

interface NoticeJobData {
  readonly context: JobContext;
  readonly checkId: string;
}

/** Mails what a check found out of force. */
export const SEND_CURRENCY_NOTICE = jobKind<NoticeJobData>('catalogue.send-currency-notice', {
  atOnce: 4,
});

/** More than this is read on the screen. */
const MOST_LINES = 30;
const NEWS: readonly string[] = ['replaced', 'withdrawn', 'ending'];

/** Text of the mail, Chinese first. */
export function noticeText(
  name: string,
  changes: readonly StatusChange[],
  link: string,
): { readonly subject: string; readonly text: string } {
  const news = changes.filter(({ to }) => NEWS.includes(to));
  const lines = news.slice(0, MOST_LINES).map(({ number, title, to }) => {
    const status = STANDARD_STATUS_NAMES[to];
    // Number and title are as someone typed them, and may lead to places.
    return `  ${nameInMail(number)}  ${nameInMail(title)}：${status['zh-CN']}（${status.en}）`;
  });
  const more = news.length > MOST_LINES ? `  …… 另有 ${news.length - MOST_LINES} 项\n` : '';
  return {
    subject: `良行查新：${news.length} 项标准已经或即将废止`,
    text:
      `${nameInMail(name)}，您好：\n\n今天的查新发现企业标准明细中有 ${news.length} 项标准状态有变：\n\n` +
      `${lines.join('\n')}\n${more}\n查看来源并替换：\n${link}\n\n` +
      `${news.length} standards of your register are out of force or soon will be. See the link above.\n` +
      '不想再收到此邮件，可在查新页面关闭。 You can switch this mail off on that page.\n',
  };
}

@Injectable()
@HandlesJob(SEND_CURRENCY_NOTICE)
export class SendCurrencyNotice implements JobHandler<NoticeJobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly currency: CurrencyRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Done twice it mails once: each person is noted before the mail goes out, and let go where it does not. */
  async handle({ context, checkId }: NoticeJobData): Promise<void> {
    const { check, recipients } = await this.database.read(context, async (manager) => ({
      check: await this.currency.findCheck(manager, context, checkId),
      recipients: await this.currency.recipients(manager, context, this.config.mustConfirmSenders),
    }));
    if (check === null) return;
    const link = `${this.config.publicUrl}/o/${context.organizationId}/standards/currency`;
    for (const { id, email, name } of recipients) {
      const isFirst = await this.database.transaction(context, (manager) =>
        this.currency.claimNotice(manager, context, checkId, id),
      );
      if (!isFirst) continue;
      try {
        await this.mailer.send({ to: email, ...noticeText(name, check.changes, link) });
      } catch (error) {
        await this.database.transaction(context, (manager) =>
          this.currency.releaseNotice(manager, context, checkId, id),
        );
        throw error;
      }
    }
  }
}
