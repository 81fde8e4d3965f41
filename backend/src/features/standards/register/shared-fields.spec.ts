import fc from 'fast-check';
import { seriesOfNumber } from '../use-cases/find-alike';
import { deriveFacts } from './derive-facts';
import { CLAIMED_STATUSES, EMPTY_RECORD, REGISTER_LEVELS } from './standard-record';

const day = fc.option(fc.constantFrom('2020-01-02', '2024-02-29', '2031-12-31'));
const shared = fc.record({
  department: fc.string(),
  statusClaimed: fc.option(fc.constantFrom(...CLAIMED_STATUSES)),
  statusCheckedOn: day,
});
const number = fc
  .tuple(fc.constantFrom('GB/T', 'GB', 'JB/T', 'Q/SLJD', 'T/CAS', 'DB32/T', 'ISO'), fc.nat(99_999))
  .map(([code, serial]) => `${code} ${serial + 1}`);
const record = fc.record({
  number: fc.oneof(number, fc.string()),
  title: fc.string(),
  issuedOn: day,
  inForceOn: day,
  withdrawnOn: day,
  level: fc.constantFrom(...REGISTER_LEVELS),
});

describe('what a change of many standards writes', () => {
  it('takes no part in what is derived from a record, so that one statement writes it', () => {
    fc.assert(
      fc.property(record, shared, shared, (own, before, after) => {
        const facts = deriveFacts({ ...EMPTY_RECORD, ...own, ...before });
        expect(deriveFacts({ ...EMPTY_RECORD, ...own, ...after })).toEqual(facts);
      }),
    );
  });
});

describe('the series of a number', () => {
  it('is that of every edition, and begins the identity of each', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1990, max: 2026 }), (undated, year) => {
        const dated = `${undated}-${year}`;
        const series = seriesOfNumber(dated);
        expect(series).not.toBeNull();
        expect(seriesOfNumber(undated)).toBe(series);
        expect(deriveFacts({ ...EMPTY_RECORD, number: dated }).identityKey).toMatch(
          new RegExp(`^${String(series)}`),
        );
      }),
    );
  });
});
