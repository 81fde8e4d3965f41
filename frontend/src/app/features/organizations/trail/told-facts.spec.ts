import rootEn from '../../../core/i18n/en.json';
import rootZh from '../../../core/i18n/zh-CN.json';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';
import { LETTER_KINDS } from '@liangxing/contracts';
import { toldFacts } from './told-facts';

const speaking =
  ({ parting, letters }: Pick<typeof rootZh, 'parting' | 'letters'>, organizations: object) =>
  (key: string, values: Readonly<Record<string, unknown>> = {}): string => {
    const found = key
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], {
        parting,
        letters,
        organizations,
      });
    return typeof found === 'string' ? found.replace('{{ count }}', String(values['count'])) : key;
  };
const chinese = speaking(rootZh, zh);
const english = speaking(rootEn, en);

describe('what a line of the trail knows', () => {
  it('is told in words, with the value as a word where it is one', () => {
    const details = { itemId: '1.1', version: 2, state: 'assessed' };
    expect(toldFacts(details, chinese)).toBe('评价项目：1.1；版本：2；状态：已评');
    expect(toldFacts({ state: 'in_progress' }, english)).toBe('state: in progress');
  });

  it('names what was opened, and counts what only the program calls by name', () => {
    expect(toldFacts({ readable: ['register', 'system'] }, chinese)).toBe(
      '可查看：标准明细、标准体系',
    );
    expect(toldFacts({ fields: ['title', 'plan'] }, chinese)).toBe('修改内容：2 项');
  });

  it('says the kind of a template in words, and one that has none as it is', () => {
    const details = { kind: 'actions', consultancy: '良方咨询' };
    expect(toldFacts(details, chinese)).toBe('类别：改进措施库；咨询机构：良方咨询');
    expect(toldFacts(details, english)).toBe('kind: catalogue of actions; consultancy: 良方咨询');
    expect(toldFacts({ kind: 'trainings' }, chinese)).toBe('类别：trainings');
  });

  it('tells of applications in words: whose, which letter, which file, and whether a body takes them', () => {
    const moved = { number: '2026-0001', letter: 'correction_requested' };
    expect(toldFacts(moved, chinese)).toBe('编号：2026-0001；事项：要求补正');
    expect(toldFacts({ body: '评价中心', letter: 'withdrawn' }, chinese)).toBe(
      '评价组织：评价中心；事项：撤回申请',
    );
    expect(toldFacts({ isAccepting: true }, chinese)).toBe('接收申请：是');
    expect(toldFacts({ isAccepting: false }, english)).toBe('takes applications: no');
    const opened = { number: '2026-0001', enterprise: '甲公司', file: '执照.pdf', sha256: '0f' };
    expect(toldFacts(opened, english)).toBe(
      'number: 2026-0001; enterprise: 甲公司; file: 执照.pdf; SHA-256: 0f',
    );
  });

  it.each(LETTER_KINDS)('has words in both languages for a letter: %s', (letter) => {
    expect(toldFacts({ letter }, chinese)).not.toMatch(/[a-z]/);
    expect(toldFacts({ letter }, english)).not.toContain('_');
    expect(toldFacts({ letter }, english)).toMatch(/^letter: [a-z ,]+$/i);
  });

  it('stands as it was written down where there is no word', () => {
    expect(toldFacts({ later: { a: 1 }, state: 'unheard_of' }, chinese)).toBe(
      'later：{"a":1}；状态：unheard_of',
    );
  });
});
