import { Injectable } from '@nestjs/common';
import { FOUNDING, nameInMail, type PlatformMove } from '@liangxing/contracts';
import {
  Config,
  HandlesJob,
  jobKind,
  Mailer,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';

interface DecisionJobData {
  /** Of the organization that is told. */
  readonly context: JobContext;
  readonly move: PlatformMove;
  readonly reason: string;
  /** Of the organization after the move. */
  readonly version: number;
}

/** Mails those who lead an organization what the platform decided about it. */
export const SEND_DECISION = jobKind<DecisionJobData>('platform.send-decision', { atOnce: 4 });

const WORDS: Readonly<Record<PlatformMove, { readonly zh: string; readonly en: string }>> = {
  approve: { zh: '已通过审核，可以使用', en: 'was approved and can be used' },
  refuse: {
    zh: '的开通申请未通过，可补正后重新提交',
    en: 'was refused; put it right and hand it in again',
  },
  suspend: {
    zh: '已被平台停用，已有内容可以查看和导出',
    en: 'was suspended; what there is can be read and exported',
  },
  reopen: { zh: '已恢复使用', en: 'is open again' },
};

/** Chinese first; the reason as the administrator wrote it, the name so that no mail program makes a link of it. */
export function decisionText(
  { move, reason }: Pick<DecisionJobData, 'move' | 'reason'>,
  name: string,
  link: string,
): { readonly subject: string; readonly text: string } {
  const { zh, en } = WORDS[move];
  const shown = nameInMail(name);
  const why = reason === '' ? '' : `原因 Reason：\n${reason}\n\n`;
  return {
    subject: `良行：“${shown}”${zh}`,
    text: `您好：\n\n“${shown}”${zh}。\n\n${why}${link}\n\n${shown} on Liangxing ${en}. See the link above.\n`,
  };
}

@Injectable()
@HandlesJob(SEND_DECISION)
export class SendDecision implements JobHandler<DecisionJobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Done twice it mails once: it is noted before the mail goes out, and let go where it does not. */
  async handle({ context, version, ...decision }: DecisionJobData): Promise<void> {
    const { organizationId } = context;
    const told = await this.database.transaction(context, async (manager) => {
      const taken = await this.organizations.noteTold(manager, organizationId, version);
      return (
        taken && this.organizations.leaders(manager, organizationId, FOUNDING[taken.kind].founder)
      );
    });
    if (told === null) return;
    const link = `${this.config.publicUrl}/o/${organizationId}/application`;
    try {
      for (const { email, organizationName } of told)
        await this.mailer.send({ to: email, ...decisionText(decision, organizationName, link) });
    } catch (error) {
      await this.database.transaction(context, (manager) =>
        this.organizations.noteUntold(manager, organizationId, version),
      );
      throw error;
    }
  }
}
