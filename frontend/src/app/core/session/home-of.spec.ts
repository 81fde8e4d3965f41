import { homeOf } from './home-of';

describe('the first page of an organization', () => {
  it.each([
    ['enterprise', 'open', 'overview'],
    ['enterprise', 'suspended', 'overview'],
    ['enterprise', 'closing', 'overview'],
    ['consultancy', 'waiting', 'application'],
    ['consultancy', 'open', 'portfolio'],
    ['consultancy', 'suspended', 'application'],
    ['assessment_body', 'refused', 'application'],
  ] as const)('of a kind %s that is %s is %s', (kind, state, page) => {
    expect(homeOf({ organizationId: 'a', kind, state })).toEqual(['/o', 'a', page]);
  });
});
