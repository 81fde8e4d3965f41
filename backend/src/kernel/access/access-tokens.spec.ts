import fc from 'fast-check';
import type { IncomingMessage } from 'node:http';
import { bearerOf, isAccessToken, newAccessToken } from './access-tokens';

const requestWith = (authorization?: string): IncomingMessage =>
  ({ headers: { authorization } }) as IncomingMessage;
const signs = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];

describe('an access token', () => {
  it('is known by its look, and no two are alike', () => {
    const made = Array.from({ length: 200 }, newAccessToken);
    expect(made.filter((token) => !/^lxp_[0-9A-Za-z]{49}$/.test(token))).toEqual([]);
    expect(made.filter((token) => !isAccessToken(token))).toEqual([]);
    expect(new Set(made).size).toBe(made.length);
  });

  it('is none any more with one other sign in it, or two that changed places', () => {
    fc.assert(
      fc.property(
        fc.constant(null).map(newAccessToken),
        fc.nat({ max: 48 }),
        fc.constantFrom(...signs),
        (token, at, sign) => {
          const place = 'lxp_'.length + at;
          const other = token.slice(0, place) + sign + token.slice(place + 1);
          expect(isAccessToken(other)).toBe(other === token);
          const [left = '', right = ''] = token.slice(place, place + 2);
          const turned = token.slice(0, place) + right + left + token.slice(place + 2);
          expect(isAccessToken(turned)).toBe(turned === token);
        },
      ),
    );
  });

  it('is no text that somebody made up', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.constant('lxp_')), (text) => {
        expect(isAccessToken(text)).toBe(false);
      }),
    );
  });
});

describe('what stands behind Bearer', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['Basic bGl4OnB3', undefined],
    ['Bearerlxp_1', undefined],
    ['Bearer', ''],
    ['bearer  lxp_1 ', 'lxp_1'],
    ['BEARER two words', 'two words'],
  ])('of %j is %j', (authorization, expected) => {
    expect(bearerOf(requestWith(authorization))).toBe(expected);
  });
});
