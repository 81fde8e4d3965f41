import { AREAS } from '@liangxing/contracts';
import { homeOf } from './home-of';

describe('the first page of an organization', () => {
  it.each([
    ['enterprise', 'open', 'overview'],
    ['enterprise', 'suspended', 'overview'],
    ['enterprise', 'closing', 'overview'],
    ['consultancy', 'waiting', 'application'],
    ['consultancy', 'open', 'portfolio'],
    ['consultancy', 'suspended', 'clients'],
    ['assessment_body', 'refused', 'application'],
  ] as const)('of a kind %s that is %s is %s', (kind, state, page) => {
    expect(homeOf({ organizationId: 'a', kind, state })).toEqual(['/o', 'a', page]);
  });

  it('of a client is the workbench where everything is open, else the first page that is', () => {
    const client = {
      organizationId: 'a',
      kind: 'consultancy',
      state: 'open',
      actingId: 'b',
    } as const;
    expect(homeOf({ ...client, readable: [...AREAS] })).toEqual(['/o', 'a', 'overview']);
    expect(homeOf({ ...client, readable: ['evidence', 'register'] })).toEqual([
      '/o',
      'a',
      'standards',
    ]);
  });
});
