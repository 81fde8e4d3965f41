import { codeIn, hexOf, isWholeCode, tidyCode } from './verification';

describe('verification codes', () => {
  it.each([
    ['7K2M9Q4TXB3D0FHZ', '7K2M-9Q4T-XB3D-0FHZ'],
    [' 7k2m-9q4t xb3d－0fhz ', '7K2M-9Q4T-XB3D-0FHZ'],
    ['7K2M', '7K2M'],
    ['', ''],
  ])('reads %j as %j', (typed, code) => {
    expect(tidyCode(typed)).toBe(code);
  });

  it('are told from what can be none, before the server is asked', () => {
    expect(isWholeCode(tidyCode('7k2m 9q4t xb3d 0fhz'))).toBe(true);
    expect(['123', '', '7K2M-9Q4T-XB3D', '7K2M-9Q4T-XB3D-0FHZ-1'].some(isWholeCode)).toBe(false);
  });

  it('finds the code in a pasted address', () => {
    expect(codeIn('https://example.cn/verify/7k2m-9q4t-xb3d-0fhz?x=1')).toBe('7K2M-9Q4T-XB3D-0FHZ');
  });

  it('writes bytes as lower-case hex with leading zeros', () => {
    expect(hexOf(new Uint8Array([0, 15, 171, 255]).buffer)).toBe('000fabff');
  });
});
