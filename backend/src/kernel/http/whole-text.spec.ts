import fc from 'fast-check';
import { brokenTexts } from './whole-text';

describe('texts of a request', () => {
  it('pass when they are whole, whatever they say', () => {
    const whole = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.dictionary(whole, fc.array(whole)), (body) => brokenTexts(body).length === 0),
    );
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['two halves in the wrong order', '\ude00\ud83d'],
  ])('are named with their place when they hold %s', (_, text) => {
    expect(brokenTexts({ title: '好😀', list: [{ name: text }] })).toEqual([
      { path: 'list.0.name', code: 'text_broken' },
    ]);
    expect(brokenTexts({ rules: { [text]: true } })).toEqual([
      { path: 'rules', code: 'text_broken' },
    ]);
    expect(brokenTexts(text)).toEqual([{ path: '', code: 'text_broken' }]);
  });
});
