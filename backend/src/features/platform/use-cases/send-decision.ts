import { Injectable } from '@nestjs/common';
import { DAYS_UNTIL_DELETION, nameInMail, type PlatformMove } from '@liangxing/contracts';
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

/** What people are told of: what the platform decides, and that an owner closes the organization. */
type ToldMove = PlatformMove | 'close';

/** What was decided about an organization. */
export interface Decision {
  readonly move: ToldMove;
  readonly reason: string;
}

/** Whether everybody in it goes on working is everybody's matter; the rest is that of those who lead it. */
export function toldOf(move: ToldMove): 'all' | 'leaders' {
  return move === 'close' || move === 'restore' ? 'all' : 'leaders';
}

interface DecisionMailData extends Decision {
  /** Of the organization that is told. */
  readonly context: JobContext;
  /** Account of the one person to whom this mail goes. */
  readonly personId: string;
}

/** Mails one of the people of an organization what was decided about it. */
export const SEND_DECISION = jobKind<DecisionMailData>('platform.send-decision', { atOnce: 4 });

const WORDS: Readonly<Record<ToldMove, { readonly zh: string; readonly en: string }>> = {
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
  close: {
    zh: `已由所有者申请注销，${DAYS_UNTIL_DELETION} 天内可以恢复和导出，之后全部内容将被删除`,
    en: `was closed by an owner; for ${DAYS_UNTIL_DELETION} days it can be restored and taken out, then everything in it is deleted`,
  },
  restore: { zh: '已撤销注销，恢复到注销前的状态', en: 'was restored and is what it was before' },
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

  /** Nobody is mailed whom it does not concern any more. Done twice it mails twice, rather than not at all. */
  async handle({ context, personId, ...decision }: DecisionMailData): Promise<void> {
    const { organizationId } = context;
    const people = await this.database.read(context, (manager) =>
      this.organizations.addressees(manager, organizationId, toldOf(decision.move)),
    );
    const person = people.find(({ userId }) => userId === personId);
    if (person === undefined) return;
    const page = decision.move === 'close' ? 'settings' : 'application';
    const link = `${this.config.publicUrl}/o/${organizationId}/${page}`;
    const mail = decisionText(decision, person.organizationName, link);
    await this.mailer.send({ to: person.email, ...mail });
  }
}
