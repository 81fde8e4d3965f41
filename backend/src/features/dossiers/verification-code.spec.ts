import { newVerificationCode, readVerificationCode } from './verification-code';

describe('a verification code', () => {
  it('is read back as it was made, in any case and spacing, with O, I and L for digits', () => {
    const code = newVerificationCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readVerificationCode(code)).toBe(code);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readVerificationCode(typed)).toBe(code);
  });

  it('is not made of other signs or another length', () => {
    for (const text of ['', '0000', 'UUUU-0000-0000-0000', '0000-0000-0000-0000-0'])
      expect(readVerificationCode(text)).toBeNull();
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 1000 }, newVerificationCode)).size).toBe(1000);
  });
});
