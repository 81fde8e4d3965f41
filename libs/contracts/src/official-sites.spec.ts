import { lookupLink, OFFICIAL_SITES } from './official-sites';

describe('the public site of a standard', () => {
  it('is that of its level, with the number as those sites write it', () => {
    expect(lookupLink('sector', 'AQ 1109—2014')?.url).toBe(
      'https://hbba.sacinfo.org.cn/stdList?key=AQ%201109-2014',
    );
    expect(lookupLink('national', 'GB/T 1.1—2020')?.url).toContain('q=GB%2FT%201.1-2020');
  });

  it('is the front page where its search takes no number in the address', () => {
    expect(lookupLink('group', 'T/CAS 1—2020')).toMatchObject({
      url: 'https://www.ttbz.org.cn/',
      hasNumber: false,
    });
  });

  it('is none for levels without such a site, and for rows without a number', () => {
    expect([lookupLink('foreign', 'DIN 1'), lookupLink('national', ' ')]).toEqual([null, null]);
    expect(lookupLink('constructor', 'GB 1')).toBeNull();
  });

  it('is reached by a safe address', () => {
    for (const { address } of Object.values(OFFICIAL_SITES).filter((each) => each !== undefined))
      expect(new URL(address).protocol).toBe('https:');
  });
});
