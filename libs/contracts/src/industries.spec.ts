import { coversIndustry, isIndustry } from './industries';

describe('an industry of GB/T 4754', () => {
  it('is a letter, or a letter with one of its divisions', () => {
    for (const code of ['A', 'C', 'C34', 'T97', 'A01']) expect(isIndustry(code)).toBe(true);
    for (const code of ['', 'U', 'c', 'C01', 'A06', '34', 'C3484', 34])
      expect(isIndustry(code)).toBe(false);
  });

  it('is covered by its letter and by its division, however the enterprise writes it', () => {
    for (const code of ['C3484', '3484', 'c34', ' C34 ']) {
      expect(coversIndustry(['C'], code)).toBe(true);
      expect(coversIndustry(['C34'], code)).toBe(true);
      expect(coversIndustry(['C35', 'D'], code)).toBe(false);
    }
  });

  it('is covered by everybody where the enterprise says nothing of it', () => {
    expect(coversIndustry([], '')).toBe(true);
    expect(coversIndustry([], '制造')).toBe(true);
  });
});
