import fc from 'fast-check';
import { isWholeText, isWritten, wholeText, wholeTexts } from './whole-text';

describe('a text', () => {
  it.each([
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83db'],
    ['two halves in the wrong order', 'a\ude00\ud83db'],
    ['U+FFFE', 'a\ufffeb'],
    ['U+FFFF', 'a\uffffb'],
    ['a noncharacter among the Arabic forms', 'a\ufdd0b'],
    ['the last code point of a plane', `a${String.fromCodePoint(0x1ffff)}b`],
  ])('is broken by %s, and whole without it', (_, text) => {
    expect(isWholeText(text)).toBe(false);
    expect(wholeText(text)).toBe('ab');
  });

  it('loses the controls that XML cannot carry, and keeps tab and ends of lines', () => {
    expect(wholeText('a\u0001\u000b\u001f\tb\r\nc')).toBe('a\tb\r\nc');
  });

  it('is not touched where every character of it can be kept', () => {
    for (const text of ['', '良行 😀 𠮷', 'é\u0301', '\u00a0\u3000', '\ufffd'])
      expect([isWholeText(text), wholeText(text)]).toEqual([true, text]);
  });

  it('is whole once it was cleaned, whatever it was', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
    fc.assert(fc.property(units, (codes) => isWholeText(wholeText(String.fromCharCode(...codes)))));
  });

  it('is cleaned inside of what is printed, and nothing else is copied', () => {
    const rest = { list: ['b', 1, null], at: new Date(0) };
    const cleaned = wholeTexts({ title: 'a\uffff', rest, rows: [{ name: '\ud83d' }] });
    expect(cleaned).toEqual({ title: 'a', rest, rows: [{ name: '' }] });
    expect(cleaned.rest).toBe(rest);
  });
});

describe('what must be filled in', () => {
  it.each([
    '',
    ' ',
    '\t\n',
    '\u00a0\u2003\u3000',
    '\u200b\u200c\u2060\ufeff',
    '\u202e\u00ad',
    '\u3164',
  ])('is not written where nobody sees anything: %j', (text) =>
    expect(isWritten(text)).toBe(false),
  );

  it.each(['无', ' a ', '0', '—', '\u200b甲', '😀', '𠮷', '\ufffd'])('is written: %j', (text) =>
    expect(isWritten(text)).toBe(true),
  );
});
