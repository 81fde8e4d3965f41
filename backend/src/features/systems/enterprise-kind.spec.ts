import { industryOf, sizeOf } from './enterprise-kind';

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

describe('the size of an enterprise', () => {
  it.each([
    ['manufacturing', 'large', 20, 'large'],
    ['manufacturing', null, 326, 'medium'],
    ['power', null, 1000, 'large'],
    ['manufacturing', null, 299, 'small'],
    ['service', null, 299, 'medium'],
    ['service', null, 300, 'large'],
    ['service', 'huge', null, null],
    ['manufacturing', null, null, null],
  ] as const)('of %s, told %s with staff %s, is %s', (industry, told, staff, size) => {
    expect(sizeOf(industry, told, staff)).toBe(size);
  });
});
