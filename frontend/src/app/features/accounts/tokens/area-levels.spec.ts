import { AREAS, type Area } from '@liangxing/contracts';
import fc from 'fast-check';
import { grantedBy, READ_EVERYTHING, type AreaLevel } from './area-levels';

const level = fc.constantFrom<AreaLevel>('none', 'read', 'write');
const levels = fc.dictionary(fc.constantFrom<Area>(...AREAS), level);

describe('the areas of a token', () => {
  it('are read where they are written, and closed where nothing was chosen', () => {
    fc.assert(
      fc.property(levels, (chosen) => {
        const { readable, writable } = grantedBy(chosen);
        expect(writable.filter((area) => !readable.includes(area))).toEqual([]);
        for (const area of AREAS) {
          expect(writable.includes(area)).toBe(chosen[area] === 'write');
          expect(readable.includes(area)).toBe(['read', 'write'].includes(chosen[area] ?? 'none'));
        }
      }),
    );
  });

  it('are all read and none written by the usual choice', () => {
    expect(grantedBy(READ_EVERYTHING)).toEqual({ readable: [...AREAS], writable: [] });
  });
});
