import type { SchemeItem } from '@liangxing/scheme';
import { pressedOf, withRule } from './pressed-key';

const rule = { id: 'r1', kind: 'fixed' } as SchemeItem['rules'][number];
const item = (mode: SchemeItem['mode']) => ({ mode, rules: [rule] });
const none = { rules: {}, isBonus: false };

describe('a key on an item', () => {
  it.each([
    ['deduct', '0', { judgement: 'full' }],
    ['deduct', 'x', { judgement: 'not_established' }],
    ['earn', 'x', null],
    ['earn', 'n', { judgement: 'not_applicable' }],
    ['deduct', '1', { rules: { r1: true } }],
    ['deduct', '2', null],
    ['readiness', '2', { judgement: 'partly' }],
    ['readiness', 'n', { judgement: 'not_applicable' }],
    ['readiness', '4', null],
    ['readiness', '0', null],
  ] as const)('of mode %s: %s', (mode, key, pressed) => {
    expect(pressedOf(item(mode), key, none)).toEqual(pressed);
  });

  it('takes a tick back, and leaves out no bonus item', () => {
    const ticked = { rules: { r1: true as const }, isBonus: true };
    expect(pressedOf(item('deduct'), '1', ticked)).toEqual({ rules: {} });
    expect(pressedOf(item('deduct'), 'n', ticked)).toBeNull();
  });
});

describe('the answer to a rule', () => {
  it('leaves those to the others', () => {
    expect(withRule({ r1: true, r2: 2 }, 'r2', 3)).toEqual({ r1: true, r2: 3 });
    expect(withRule({ r1: true, r2: 2 }, 'r2', undefined)).toEqual({ r1: true });
  });
});
