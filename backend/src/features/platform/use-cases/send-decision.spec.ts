import { PLATFORM_MOVES } from '@liangxing/contracts';
import { decisionText } from './send-decision';

const link = 'https://liangxing.example.cn/o/1/application';

describe('the mail about a decision', () => {
  it.each(PLATFORM_MOVES)(
    'says in both languages that it was to %s, and where to read more',
    (move) => {
      const { subject, text } = decisionText({ move, reason: '' }, '良方咨询', link);
      expect(subject).toMatch(/^良行：“良方咨询”/);
      expect(text).toContain(link);
      expect(text).toContain('良方咨询 on Liangxing');
      expect(text).not.toContain('Reason');
    },
  );

  it('gives the whole reason', () => {
    const reason = `${'执照看不清，请重新扫描。'.repeat(40)}\n第二行`;
    const { text } = decisionText({ move: 'refuse', reason }, '良方咨询', link);
    expect(text).toContain(`原因 Reason：\n${reason}\n`);
  });

  it('makes no link of a name', () => {
    const { subject, text } = decisionText(
      { move: 'approve', reason: '' },
      'evil.example.com',
      link,
    );
    expect(subject + text).not.toContain('evil.example.com');
  });
});
