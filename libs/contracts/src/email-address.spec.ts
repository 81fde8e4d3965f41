import fc from 'fast-check';
import { normalEmail } from './email-address';

const blanks = [' ', '\t', '\n', '\u00a0', '\u2003', '\u202f', '\u3000'];
const invisibles = ['\ufeff', '\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u202e'];
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(''));
const top = fc.constantFrom('cn', 'com', 'example', '中国');
const address = fc
  .tuple(word, word, word, top)
  .map(([one, two, host, end]) => `${one}.${two}@${host}.${end}`);
const hidden = fc
  .array(fc.constantFrom(...blanks, ...invisibles), { maxLength: 5 })
  .map((characters) => characters.join(''));

describe('an e-mail address', () => {
  it('is one key, whatever blanks and invisible characters stand around it', () => {
    fc.assert(
      fc.property(
        address,
        hidden,
        hidden,
        (text, before, after) => normalEmail(before + text + after) === text,
      ),
    );
  });

  it('is one key, whatever invisible characters stand inside it and in whatever case', () => {
    fc.assert(
      fc.property(
        address,
        fc.nat(),
        fc.constantFrom(...invisibles),
        fc.boolean(),
        (text, place, character, isUpper) => {
          const at = place % text.length;
          const written = text.slice(0, at) + character + text.slice(at);
          return normalEmail(isUpper ? written.toUpperCase() : written) === text;
        },
      ),
    );
  });

  it('is written once: writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), address, (text, known) => {
        const once = normalEmail(`${text}${known}`);
        return once === null || (normalEmail(once) === once && once === once.toLowerCase());
      }),
    );
  });

  it.each([
    ['ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ', 'wang@example.cn'],
    ['wang@example。cn', 'wang@example.cn'],
    ['Wang.Fang+liangxing@Example.CN', 'wang.fang+liangxing@example.cn'],
    ['王芳@例子.中国', '王芳@例子.中国'],
  ])('of a Chinese keyboard is understood: %s', (written, expected) => {
    expect(normalEmail(written)).toBe(expected);
  });

  it.each([
    '',
    '   ',
    'wang',
    'wang@',
    '@example.cn',
    'wang@example',
    'wang fang@example.cn',
    'wang@exa mple.cn',
    'wang@@example.cn',
    'wang..fang@example.cn',
    '.wang@example.cn',
    'wang@-example.cn',
    'wang@example..cn',
    'wang@127.0.0.1',
    'wang@example.cn,li@example.cn',
    'wang@example.cn\nbcc: li@example.cn',
    'Wang <wang@example.cn>',
    `${'w'.repeat(65)}@example.cn`,
    `wang@${'example.'.repeat(40)}cn`,
  ])('is not: %j', (text) => {
    expect(normalEmail(text)).toBeNull();
  });
});
