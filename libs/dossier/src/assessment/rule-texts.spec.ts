import type { Rule } from '@liangxing/scheme';
import { answerText, ruleText, takenText } from './rule-texts';

const text = (zh: string) => ({ 'zh-CN': zh, en: zh });
const base = { id: 'a', provenance: 'house' } as const;

const rate = {
  ...base,
  kind: 'rate',
  text: text('检验标准覆盖率'),
  bands: [
    { atLeastPercent: 95, deduct: 0 },
    { atLeastPercent: 80, deduct: 300 },
    { atLeastPercent: 0, deduct: 800 },
  ],
} as unknown as Rule;

const counted = (zh: string, kind: 'per_missing' | 'per_finding' = 'per_missing') =>
  ({ ...base, kind, text: text(zh), deduct: 50 }) as unknown as Rule;

describe('a rule in words', () => {
  it('names the lowest band by what it falls short of, never as reaching 0 %', () => {
    expect(ruleText(rate)).toBe(
      '检验标准覆盖率：达到 95%，不扣分；达到 80%、不足 95%，扣 3 分；低于 80%，扣 8 分',
    );
  });

  it('names only the band that was found', () => {
    expect(takenText(rate, { part: 3, whole: 10 })).toBe('检验标准覆盖率：低于 80%，扣 8 分');
    expect(takenText(rate, { part: 8, whole: 10 })).toBe(
      '检验标准覆盖率：达到 80%、不足 95%，扣 3 分',
    );
  });

  it('says 每项 once', () => {
    const award = (zh: string) =>
      ({ ...base, kind: 'award', text: text(zh), award: 500, perEach: true }) as unknown as Rule;
    expect(ruleText(award('主导制定并已发布，每项'))).toBe('主导制定并已发布，每项加 5 分');
    expect(ruleText(award('参与制定国家标准'))).toBe('参与制定国家标准，每项加 5 分');
    expect(answerText(award('其他产品采用，每种'), 2)).toBe('2 种');
  });

  it.each([
    ['设备标识脱落，每台', '计 1 台'],
    ['主要设备没有操作规程，每台（类）', '计 1 台'],
    ['统计表、编制说明，每缺一项', '缺 1 项'],
    ['各部门标准化职责，每缺一个部门（全部没有扣 5 分）', '缺 1 个部门'],
    ['漏列或仍列已废止的文件，每发现一项', '发现 1 项'],
    ['规定笼统，无法检查，每项标准', '计 1 项标准'],
    ['文件不全', '缺 1 项'],
  ])('counts in the measure of %s', (zh, said) => {
    expect(answerText(counted(zh), 1)).toBe(said);
  });
});
