import fc from 'fast-check';
import { waitingWords } from './waiting-time';

describe('when to come again', () => {
  it.each([
    [1, '几秒后', 'in a few seconds'],
    [17, '约 20 秒后', 'in about 20 seconds'],
    [55, '约 1 分钟后', 'in about 1 minute'],
    [130, '约 3 分钟后', 'in about 3 minutes'],
    [893, '约 15 分钟后', 'in about 15 minutes'],
    [3_540, '约 1 小时后', 'in about 1 hour'],
    [5 * 3_600, '约 5 小时后', 'in about 5 hours'],
    [47 * 3_600, '约 2 天后', 'in about 2 days'],
  ])('%d seconds are told as people tell them', (seconds, zh, en) => {
    expect(waitingWords(seconds, 'zh-CN')).toBe(zh);
    expect(waitingWords(seconds, 'en')).toBe(en);
  });

  it('is never told too early', () => {
    const units = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 90 * 86_400 }), (seconds) => {
        const [, amount, unit] =
          /(\d+) (second|minute|hour|day)s?$/.exec(waitingWords(seconds, 'en')) ?? [];
        return Number(amount) * units[unit as keyof typeof units] >= seconds;
      }),
    );
  });
});
