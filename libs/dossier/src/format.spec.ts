import { chineseNumber, fileSize, longDate, points, routeFloors, share } from './format';

describe('figures in the dossier', () => {
  it('prints hundredths of a point without trailing zeros', () => {
    expect([500, 450, 2375, 0].map(points)).toEqual(['5', '4.5', '23.75', '0']);
  });

  it('prints shares with one decimal', () => {
    expect([8750, 10000, 6667].map(share)).toEqual(['87.5%', '100.0%', '66.7%']);
  });

  it('numbers parts in Chinese', () => {
    expect([1, 10, 11, 20, 21].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十一']);
  });

  it('leaves a blank to fill in where a date is unknown', () => {
    expect(longDate('2025-06-06')).toBe('2025年6月6日');
    expect(longDate(null).trim()).toBe('年　　月　　日');
  });

  it('says what a route asks for and leaves out what it does not', () => {
    const route = { number: 2, basic: 38000, bonus: null, total: 46000 };
    expect(routeFloors(route)).toBe('基本分 ≥ 380，总分 ≥ 460');
  });

  it('prints file sizes in the unit people read', () => {
    expect([812, 1536, 3_145_728].map(fileSize)).toEqual(['812 B', '1.5 KB', '3.0 MB']);
  });
});
