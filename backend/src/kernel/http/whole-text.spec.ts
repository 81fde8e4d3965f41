import { isWholeText } from '@liangxing/contracts';
import fc from 'fast-check';
import { brokenTexts } from './whole-text';

describe('texts of a request', () => {
  it('pass when they are whole, whatever they say', () => {
    const whole = fc.string({ unit: 'binary' }).filter(isWholeText);
    fc.assert(
      fc.property(fc.dictionary(whole, fc.array(whole)), (body) => brokenTexts(body).length === 0),
    );
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['two halves in the wrong order', '\ude00\ud83d'],
    ['a noncharacter', 'a\uffff'],
  ])('are named with their place when they hold %s', (_, text) => {
    expect(brokenTexts({ title: '好😀', list: [{ name: text }] })).toEqual([
      { path: 'list.0.name', code: 'text_broken' },
    ]);
    expect(brokenTexts({ rules: { [text]: true } })).toEqual([
      { path: 'rules', code: 'text_broken' },
    ]);
    expect(brokenTexts(text)).toEqual([{ path: '', code: 'text_broken' }]);
  });

  it('are found in their order and at any depth', () => {
    let deep: unknown = '\0';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const found = brokenTexts({ a: '\0', b: [1, '\0'], deep, z: '\0' }, 'body');
    expect(found.map(({ path }) => path.slice(0, 12))).toEqual([
      'body.a',
      'body.b.1',
      'body.deep.0.',
      'body.z',
    ]);
  });
});
