import { industryOf } from './enterprise-industry';

describe('the industry of an enterprise', () => {
  it.each([
    ['C3459', 'industry', 'manufacturing'],
    ['D4420', 'industry', 'power'],
    ['4411', null, 'power'],
    ['H6110', null, 'service'],
    ['', 'services', 'service'],
    ['', null, 'manufacturing'],
    [null, 'agriculture', 'manufacturing'],
  ])('is of class %s, kind %s: %s', (code, kind, industry) => {
    expect(industryOf({ code, kind })).toBe(industry);
  });
});
