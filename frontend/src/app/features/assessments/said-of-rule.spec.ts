import type { Rule } from '@liangxing/scheme';
import { rulesSaid, saidOf } from './said-of-rule';

const text = { 'zh-CN': '标准实施率' };
const rule = (more: object): Rule => ({ id: 'a', text, ...more }) as unknown as Rule;

describe('a line of the history', () => {
  it('tells what was ticked, counted, chosen and measured, and is silent of the rest', () => {
    const fixed = rule({ kind: 'fixed', deduct: 100 });
    expect([saidOf(fixed, true), saidOf(fixed, undefined)]).toEqual(['', null]);
    const counted = rule({ kind: 'per_finding', deduct: 50 });
    expect([saidOf(counted, 3), saidOf(counted, 0)]).toEqual(['3', null]);
    const label = { 'zh-CN': '部分' };
    const choice = rule({ kind: 'choice', choices: [{ id: 'some', label, deduct: 100 }] });
    expect(saidOf(choice, 'some')).toEqual(label);
    expect(saidOf(rule({ kind: 'rate' }), { part: 18, whole: 20 })).toBe('18/20');
  });

  it('parts a rule from what is said of it as the language does', () => {
    const rules = [rule({ kind: 'per_finding', deduct: 50 })];
    const said = (colon: string) => rulesSaid({ rules }, { rules: { a: 3 } }, () => 'Rate', colon);
    expect([said('：'), said(': ')]).toEqual([['Rate：3'], ['Rate: 3']]);
  });
});
