import { isWalk } from './walked-password';

describe('a password that walks', () => {
  it.each([
    '一二三四五六七八',
    '九八七六五四三二一',
    '壹贰叁肆伍陆柒捌',
    '１２３４５６７８',
    '甲乙丙丁戊己庚辛',
    '子丑寅卯辰巳午未',
    '1qaz2wsx',
    '1qaz2wsx3edc',
    '!QAZ@WSX',
    'zaq12wsx',
    'qwertyuiop',
    'asdfghjkl;',
    'ppppqqqq',
    'abcdefgh1234',
    '哈哈哈哈哈哈哈哈',
  ])('is known for one: %s', (password) => {
    expect(isWalk(password)).toBe(true);
  });

  it.each([
    'liang-xing-2026',
    'eine lange Passphrase',
    'liangxing-sample-1',
    '春眠不觉晓处处闻啼鸟',
    '三山五岳一条大河',
    'correct horse battery',
    'Kx7#mQ2!vB',
  ])('is not seen in what people make up: %s', (password) => {
    expect(isWalk(password)).toBe(false);
  });
});
