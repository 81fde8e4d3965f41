import { AREAS } from '@liangxing/contracts';
import fc from 'fast-check';
import { mergedTerms } from './merged-terms';
import type { TypedTerms } from './terms-fields';

const areas = fc.subarray([...AREAS]);
const terms = fc
  .record({ readable: areas, more: areas, until: fc.constantFrom('2027-01-01', '2027-06-30') })
  .map(({ readable, more, until }): TypedTerms => {
    const writable = more.filter((area) => readable.includes(area));
    return { readable, writable, from: '2026-12-01', until };
  });

describe('terms chosen while somebody else changed them', () => {
  it('are those that are stored where nothing was chosen here', () => {
    fc.assert(
      fc.property(terms, terms, (base, stored) => {
        expect(mergedTerms(base, base, stored)).toEqual(stored);
      }),
    );
  });

  it('are those that were chosen where nobody else changed anything', () => {
    fc.assert(
      fc.property(terms, terms, (base, mine) => {
        expect(mergedTerms(base, mine, base)).toEqual(mine);
      }),
    );
  });

  it('open nothing to be written that is not read', () => {
    fc.assert(
      fc.property(terms, terms, terms, (base, mine, stored) => {
        const { readable, writable } = mergedTerms(base, mine, stored);
        expect(writable.filter((area) => !readable.includes(area))).toEqual([]);
      }),
    );
  });

  it('keep closed what somebody else closed and nobody touched here', () => {
    const base: TypedTerms = {
      ...{ readable: ['register', 'records'], writable: ['register'] },
      ...{ from: '2026-12-01', until: '2027-01-01' },
    };
    const mine = { ...base, writable: [], until: '2027-06-30' };
    const stored: TypedTerms = { ...base, readable: ['register'] };
    expect(mergedTerms(base, mine, stored)).toEqual({
      ...{ readable: ['register'], writable: [], from: '2026-12-01', until: '2027-06-30' },
    });
  });
});
