import { standingOf } from './typed-name';

const typed = { title: '2026 年度自我评价（复评） ', over: '2026 年度自我评价' };

describe('a typed name of an evaluation that was changed meanwhile', () => {
  it('is stored already when the answer to it was lost', () => {
    expect(standingOf(typed, '2026 年度自我评价（复评）')).toBe('stored');
  });

  it('does not compete with a change of something else', () => {
    expect(standingOf(typed, '2026 年度自我评价')).toBe('untouched');
  });

  it('does not compete with what the same page has stored of it while typing went on', () => {
    expect(standingOf(typed, '2026 年度自我评价（复', '2026 年度自我评价（复')).toBe('untouched');
  });

  it('competes with the name that another person gave', () => {
    expect(standingOf(typed, '年度自评')).toBe('renamed');
    expect(standingOf(typed, '年度自评', '2026 年度自我评价（复')).toBe('renamed');
  });
});
