import { STANDARD_TEXT_LIMITS } from '@liangxing/contracts';
import fc from 'fast-check';
import { tooLong } from './limits';

describe('the length of a text', () => {
  it('is named with its limit where it is beyond that, blanks around it aside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(STANDARD_TEXT_LIMITS)),
        fc.nat(2_500),
        ([field, limit], length) => {
          const problem = tooLong(field, ` ${'标'.repeat(length)} `);
          expect(problem).toEqual(length > limit ? { limit, length } : null);
        },
      ),
    );
  });

  it('of what has no limit is always right', () => {
    expect(tooLong('toString', 'x'.repeat(9_999))).toBeNull();
  });
});
