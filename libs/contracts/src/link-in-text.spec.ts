import { hasLink, nameInMail } from './link-in-text';

describe('a name', () => {
  it.each([
    '王芳',
    '苏州示范机械有限公司',
    'Suzhou Precision Machinery Co.,Ltd.',
    'Suzhou Precision Machinery Co.Ltd',
    'J. R. R. Tolkien',
    'Q/ABC 企业（集团）No.1',
    '3.5 级实验室',
    'А. С. Пушкин',
    'А.С. Пушкин',
    '买买提·艾力',
  ])('leads nowhere: %s', (name) => {
    expect(hasLink(name)).toBe(false);
    expect(nameInMail(name)).toBe(name);
  });

  it.each([
    '点击 http://evil.example/a 领奖',
    'HTTPS://evil.example',
    'www.evil.example',
    '领奖 evil.com',
    '领奖evil.com.cn/a',
    'ｅｖｉｌ．ｃｏｍ',
    'evil。com',
    'ev\u200bil.c\u200bom',
    'wang@evil.example',
    '10.0.0.1',
    '领奖.中国',
    '领奖 bit.ly/x',
    'evil.example/x',
    'evil.com领奖',
    'вор.рф',
    'موقع.السعودية',
  ])('leads somewhere: %s', (name) => {
    expect(hasLink(name)).toBe(true);
    expect(hasLink(nameInMail(name))).toBe(false);
  });

  it('stays one short line in a mail', () => {
    const name = nameInMail(`王芳\r\nBcc: li\u2028${'很长'.repeat(100)}`);
    expect(name).not.toMatch(/[\r\n\u2028]/);
    expect(name.length).toBeLessThanOrEqual(61);
  });

  it('is cut between characters, never inside of one', () => {
    expect(nameInMail('😀'.repeat(70))).toBe(`${'😀'.repeat(60)}…`);
  });
});
