import fc from 'fast-check';
import { creditCodeCheckCharacter, creditCodeProblem } from './credit-code';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const leading = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));
const validCode = leading.map((text) => text + creditCodeCheckCharacter(text));

describe('unified social credit code', () => {
  it('accepts the printed example and a code in use', () => {
    expect(creditCodeProblem('91350100M000100Y43')).toBeUndefined();
    expect(creditCodeProblem('9144030071526726XG')).toBeUndefined();
  });

  it('accepts whatever carries its own check character', () => {
    fc.assert(fc.property(validCode, (code) => creditCodeProblem(code) === undefined));
  });

  it('notices any single changed character', () => {
    fc.assert(
      fc.property(
        validCode,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...alphabet),
        (code, at, other) => {
          fc.pre(code.charAt(at) !== other);
          const changed = code.slice(0, at) + other + code.slice(at + 1);
          return creditCodeProblem(changed) === 'credit_code_check_digit';
        },
      ),
    );
  });

  it('notices two exchanged neighbours', () => {
    fc.assert(
      fc.property(validCode, fc.integer({ min: 0, max: 15 }), (code, at) => {
        fc.pre(code.charAt(at) !== code.charAt(at + 1));
        const changed =
          code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        return creditCodeProblem(changed) === 'credit_code_check_digit';
      }),
    );
  });

  it.each([...'IOZSV', 'a', '一', ' '])('refuses the character %s', (character) => {
    expect(creditCodeProblem(`9135010${character}M000100Y43`)).toBe('credit_code_character');
  });

  it('refuses any other length without failing on any string', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const problem = creditCodeProblem(text);
        return text.length === 18 || problem === 'credit_code_length';
      }),
    );
  });
});
