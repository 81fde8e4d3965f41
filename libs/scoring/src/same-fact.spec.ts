import type { Rule } from '@liangxing/scheme';
import fc from 'fast-check';
import { doubleDeductions } from './same-fact';
import { score } from './scorer';
import { assessed, fixed, item, notEstablished, scheme, section } from './testing/scheme-builder';

const linked = (id: string, sameFactAs: string[], mostDirect = false): Rule => ({
  ...fixed(id, 1),
  sameFactAs,
  ...(mostDirect && { mostDirect }),
});
const table = scheme({
  sections: [
    section('1', [
      item('1.1', 5, [linked('a', ['b', 'c'])]),
      item('1.2', 5, [linked('b', ['a', 'c']), fixed('free', 1)]),
      item('1.3', 5, [linked('c', ['a', 'b'], true)]),
      item('1.4', 5, [linked('x', ['y'])]),
      item('1.5', 5, [linked('y', ['x'])]),
    ]),
  ],
});
const places: Readonly<Record<string, string>> = {
  a: '1.1',
  b: '1.2',
  free: '1.2',
  c: '1.3',
  x: '1.4',
  y: '1.5',
};
const answersOf = (ids: readonly string[]) => {
  const rules: Record<string, Record<string, true>> = {};
  for (const id of ids) rules[places[id]!] = { ...rules[places[id]!], [id]: true };
  return Object.fromEntries(Object.entries(rules).map(([at, given]) => [at, assessed(given)]));
};
const doubles = (...ids: string[]) =>
  doubleDeductions(table, score(table, answersOf(ids))).map(({ one, other, direct }) => [
    one.rule.id,
    other.rule.id,
    direct?.rule.id ?? null,
  ]);

describe('a fact that is deducted twice', () => {
  it('is told beside its most direct deduction, each other one once', () => {
    expect(doubles('a', 'b', 'c')).toEqual([
      ['a', 'c', 'c'],
      ['b', 'c', 'c'],
    ]);
  });

  it('is told with the most direct one where that was not taken', () => {
    expect(doubles('a', 'b')).toEqual([['b', 'a', 'c']]);
  });

  it('is told where the scheme names none as the most direct', () => {
    expect(doubles('x', 'y')).toEqual([['y', 'x', null]]);
  });

  it('is not found in one deduction, in unlinked ones, or where an item counts nothing', () => {
    expect(doubles('a')).toEqual([]);
    expect(doubles('a', 'free', 'x')).toEqual([]);
    const nothing = { ...answersOf(['a']), '1.3': notEstablished };
    expect(doubleDeductions(table, score(table, nothing))).toEqual([]);
  });

  it('names only deductions that were taken and are linked, whatever was taken', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(places)), (ids) => {
        const found = doubles(...ids);
        for (const [one, other] of found) expect(ids).toEqual(expect.arrayContaining([one, other]));
        const most = ids.filter((id) => 'abc'.includes(id)).length - 1;
        const pair = ids.includes('x') && ids.includes('y') ? 1 : 0;
        expect(found).toHaveLength(Math.max(0, most) + pair);
      }),
    );
  });
});
