import { nameInMail } from '@liangxing/contracts';

/** What both sides are mailed about. */
export type EngagementNews =
  'offered' | 'accepted' | 'declined' | 'revoked' | 'resigned' | 'ending';

const WORDS: Readonly<Record<EngagementNews, { readonly zh: string; readonly en: string }>> = {
  offered: { zh: '邀请建立咨询合作', en: 'offers an engagement' },
  accepted: { zh: '已接受咨询合作', en: 'accepted the engagement' },
  declined: { zh: '谢绝了咨询合作', en: 'declined the engagement' },
  revoked: { zh: '已终止咨询合作', en: 'ended the engagement' },
  resigned: { zh: '已退出咨询合作', en: 'ended its engagement' },
  ending: { zh: '的咨询合作即将到期', en: ': the engagement is about to end' },
};

/**
 * Chinese first; names so that no mail program makes links of them.
 * @param partner name of the other side
 * @param until last day of the engagement
 */
export function newsText(
  news: EngagementNews,
  {
    partner,
    until,
    link,
  }: { readonly partner: string; readonly until: string; readonly link: string },
): { readonly subject: string; readonly text: string } {
  const { zh, en } = WORDS[news];
  const shown = nameInMail(partner);
  const said = news === 'ending' ? `与“${shown}”${zh}` : `“${shown}”${zh}`;
  return {
    subject: `良行：${said}`,
    text: `您好：\n\n${said}（期限至 ${until}）。\n\n${link}\n\n${shown} ${en} on Liangxing (until ${until}). See the link above.\n`,
  };
}
