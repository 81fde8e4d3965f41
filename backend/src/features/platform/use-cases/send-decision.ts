import { Injectable } from '@nestjs/common';
import { nameInMail, type PlatformMove } from '@liangxing/contracts';
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

/** What was decided about an organization. */
export interface Decision {
  readonly move: PlatformMove;
  readonly reason: string;
}

interface DecisionMailData extends Decision {
  /** Of the organization that is told. */
  readonly context: JobContext;
  /** Account of the one person to whom this mail goes. */
  readonly leaderId: string;
}

/** Mails one of those who lead an organization what the platform decided about it. */
export const SEND_DECISION = jobKind<DecisionMailData>('platform.send-decision', { atOnce: 4 });

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
  { move, reason }: Decision,
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
export class SendDecision implements JobHandler<DecisionMailData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Nobody is mailed who leads it no more. Done twice it mails twice, rather than not at all. */
  async handle({ context, leaderId, ...decision }: DecisionMailData): Promise<void> {
    const { organizationId } = context;
    const leaders = await this.database.read(context, (manager) =>
      this.organizations.leaders(manager, organizationId),
    );
    const leader = leaders.find(({ userId }) => userId === leaderId);
    if (leader === undefined) return;
    const link = `${this.config.publicUrl}/o/${organizationId}/application`;
    const mail = decisionText(decision, leader.organizationName, link);
    await this.mailer.send({ to: leader.email, ...mail });
  }
}
