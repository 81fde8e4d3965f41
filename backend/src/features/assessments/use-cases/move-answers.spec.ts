import { loadScheme } from '@liangxing/scheme/loader';
import type { ItemAnswer } from '@liangxing/scoring';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from '../../../testing/published-schemes';
import type { Answer } from '../assessment';
import { moveAnswers } from './move-answers';

const name = 'gsp-2004.yaml';
const to = loadScheme([{ name, text: readFileSync(join(packsFolder, name), 'utf8') }]);
/** A version before, with a deduction and an item that have gone since. */
const from: typeof to = {
  ...to,
  version: '1.0.1',
  sections: to.sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({
      ...group,
      items: group.items.flatMap((item) => {
        if (item.id !== '5.1.4') return [item];
        const text = { 'zh-CN': '近两年监督抽查不合格', en: 'Failed supervisory sampling' };
        const gone = {
          id: '5.1.4-a',
          kind: 'fixed',
          deduct: 600,
          text,
          provenance: 'house',
        } as const;
        const topic = { 'zh-CN': '旧项目', en: 'Former item' };
        return [
          { ...item, rules: [gone, ...item.rules] },
          { ...item, id: '5.1.99', topic, rules: [] },
        ];
      }),
    })),
  })),
};
const answer = (itemId: string, rules: ItemAnswer['rules'], finding = ''): Answer => ({
  itemId,
  state: 'assessed',
  rules,
  finding,
  responsible: '',
  responsibleUserId: null,
  reason: '',
  approval: null,
  measured: null,
  version: 1,
  updatedAt: new Date(0),
  updatedBy: { id: 'u', name: '顾示例' },
  evidenceCount: 0,
});

describe('answers under another version of their scheme', () => {
  it('move as they are where the rules are there', () => {
    const answers = [answer('1.1', { '1.1-c': true }), answer('2.4.1', {})];
    expect(moveAnswers(answers, from, to, 'zh-CN')).toEqual({
      itemIds: ['1.1', '2.4.1'],
      changed: {},
      leftBehind: [],
    });
  });

  it('are to be given again where a deduction vanished, which the finding names', () => {
    const given = answer('5.1.4', { '5.1.4-a': true, '5.1.4-c': 1 }, '抽查不合格一批');
    const moved = moveAnswers([given], from, to, 'zh-CN');
    expect(moved.itemIds).toEqual(['5.1.4']);
    expect(moved.changed['5.1.4']).toEqual({
      state: 'unanswered',
      rules: { '5.1.4-c': 1 },
      finding:
        '（原版本的扣分标准“近两年监督抽查不合格”在新版本中已取消或改写，请重新评定）\n抽查不合格一批',
    });
    expect(moved.leftBehind).toEqual([
      { itemId: '5.1.4', ruleId: '5.1.4-a', text: '近两年监督抽查不合格' },
    ]);
  });

  it('are to be given again where a rule is answered in another way now', () => {
    const moved = moveAnswers([answer('1.1', { '1.1-c': 3 })], from, to, 'en');
    expect(moved.changed['1.1']).toMatchObject({ state: 'unanswered', rules: {} });
  });

  it('name an item that vanished, and never lose the names in a long finding', () => {
    const long = answer('5.1.4', { '5.1.4-a': true }, '长'.repeat(4000));
    const moved = moveAnswers([answer('5.1.99', {}), long], from, to, 'en');
    expect(moved.leftBehind[0]).toEqual({ itemId: '5.1.99', ruleId: null, text: 'Former item' });
    const { finding = '' } = moved.changed['5.1.4'] ?? {};
    expect([finding.length, finding.includes('Failed supervisory sampling')]).toEqual([4000, true]);
  });
});
