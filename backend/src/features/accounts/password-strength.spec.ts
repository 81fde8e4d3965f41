import { PasswordStrength } from './password-strength';

const owner = { name: '王芳', email: 'wang.fang@suzhou-machines.cn' };

describe('a password', () => {
  const strength = new PasswordStrength();
  const weakness = (password: string) => strength.weakness(password, owner);

  it.each([
    ['        ', 'password_blank'],
    ['\u3000\u200b\u00a0\ufeff\t    ', 'password_blank'],
    ['12345678', 'password_common'],
    ['password1', 'password_common'],
    ['P@ssw0rd!', 'password_common'],
    ['woaini1314', 'password_common'],
    ['5201314520', 'password_common'],
    ['19900615', 'password_common'],
    ['aaaaaaaa', 'password_repeated'],
    ['a'.repeat(200), 'password_repeated'],
    ['abcdefgh'.repeat(8), 'password_repeated'],
    ['asdfghjkl;', 'password_repeated'],
    ['王芳王芳王芳王芳', 'password_personal'],
    ['wang.fang@suzhou-machines.cn', 'password_personal'],
    ['WangFang1990', 'password_personal'],
    ['liangxing2026!', 'password_personal'],
    ['一二三四五六七八', 'password_common'],
    ['1qaz2wsx3edc', 'password_common'],
    ['zaq1xsw2cde3vfr4', 'password_repeated'],
    ['一三一四五二零', 'password_common'],
  ])('that is guessed first is refused with the reason: %s', async (password, code) => {
    expect(await weakness(password)).toBe(code);
  });

  it.each([
    'lanse-dianti-39-yezi',
    'correct horse battery',
    'kD8#pQ2x',
    '春眠不觉晓处处闻啼鸟',
    'blaue Tür 39',
    'liangxing-sample-1',
    'liang-xing-2026-e2e',
    'zwei Möwen über dem Hafen, '.repeat(7),
  ])('that takes many guesses is taken: %s', async (password) => {
    expect(await weakness(password)).toBeNull();
  });

  it('is judged by its beginning, so that no length keeps the server busy', async () => {
    const rest = 'q7#Lp0!vTz';
    expect(await weakness('a'.repeat(40) + rest)).toBe(await weakness('a'.repeat(40)));
  });
});
