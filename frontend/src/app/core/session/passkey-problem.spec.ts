import '@angular/compiler';
import { Problem } from '../errors/problem';
import { passkeyProblem } from './passkey-problem';

const named = (name: string): Error => Object.assign(new Error('words of a browser'), { name });
const translate = (key: string): string => key;

describe('what comes in the way of a passkey', () => {
  it.each([
    ['NotAllowedError', 'cancelled'],
    ['InvalidStateError', 'known'],
    ['ConstraintError', 'unsuited'],
    ['NotSupportedError', 'unsuited'],
  ])('is said in our words for %s', (name, trouble) => {
    expect(passkeyProblem(named(name), translate)).toMatchObject({
      code: `passkey_${trouble}`,
      title: `session.passkey.${trouble}`,
      detail: `session.passkey.${trouble}Hint`,
    });
  });

  it('is what the server said', () => {
    const refused = new Problem('passkey_over', 422, '已超时', '请重新开始。');
    expect(passkeyProblem(refused, translate)).toBe(refused);
  });

  it.each(['toString', 'TypeError'])('is unexpected where it is %s', (name) => {
    expect(passkeyProblem(named(name), translate).code).toBe('unexpected');
  });
});
