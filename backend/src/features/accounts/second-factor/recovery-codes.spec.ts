import { hashOfRecoveryCode, newRecoveryCodes, typedCode } from './recovery-codes';

describe('recovery codes', () => {
  it('are ten different ones, easily written down', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9abcdefghjkmnpqrstvwxyz]{4}-){3}.{4}$/);
  });

  it('are the same however they are typed', () => {
    const hash = hashOfRecoveryCode('7k3m-01xq-bb2f-zz81');
    for (const typed of [
      '7K3M01XQBB2FZZ81',
      ' 7k3m 01xq bb2f zz81 ',
      '７Ｋ３Ｍ－０１ｘｑ－ｂｂ２ｆ－ｚｚ８１',
      '7k3m—olxq—bb2f—zz8i',
    ])
      expect(hashOfRecoveryCode(typed)).toEqual(hash);
    expect(hashOfRecoveryCode('7k3m-01xq-bb2f-zz82')).not.toEqual(hash);
  });

  it('leave the six digits of an authenticator as they are', () => {
    expect(typedCode(' １２３ 456')).toBe('123456');
  });
});
