import fc from 'fast-check';
import { ownAddress } from './own-address';

const site = 'https://liangxing.example.cn';

describe('the address to go back to', () => {
  it('stays as it is where it is of this site', () => {
    const own = '/o/1/standards?sort=name&q=%E6%A0%87#row-3';
    expect(ownAddress(own)).toBe(own);
  });

  it.each([
    undefined,
    '',
    'o/1',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\e',
  ])('is the start for %j', (from) => {
    expect(ownAddress(from)).toBe('/');
  });

  it('never leads to another site, whatever is asked for', () => {
    const pieces = fc.constantFrom('/', '\\', '\t', '\n', '\r', '.', '@', ':', 'evil', '?', '#');
    const any = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => `/${parts.join('')}`),
    );
    fc.assert(
      fc.property(any, (from) => {
        expect(new URL(ownAddress(from), site).origin).toBe(site);
      }),
    );
  });
});
