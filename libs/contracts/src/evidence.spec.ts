import fc from 'fast-check';
import { countEvidence, expiringUntil, expiryOf, type ServedPlaces } from './evidence';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 4 });
const places = fc.record<ServedPlaces>({
  itemIds: ids,
  standardIds: ids,
  actionIds: ids,
  conditionIds: ids,
});
const nothing: ServedPlaces = { itemIds: [], standardIds: [], actionIds: [], conditionIds: [] };

describe('the count of evidence', () => {
  it('tells files from uses: one file for two items is one file and two uses', () => {
    expect(countEvidence([{ ...nothing, itemIds: ['1.1', '1.2'] }, nothing])).toEqual({
      files: 1,
      uses: 2,
    });
  });

  it('does not count what serves nothing, in whatever order the files come', () => {
    fc.assert(
      fc.property(fc.array(places), (files) => {
        const count = countEvidence(files);
        expect(countEvidence([nothing, ...files].reverse())).toEqual(count);
        expect(count.files).toBeLessThanOrEqual(files.length);
        expect(count.uses).toBeGreaterThanOrEqual(count.files);
      }),
    );
  });
});

describe('the end of validity', () => {
  it.each([
    [null, 'valid'],
    ['2026-03-03', 'valid'],
    ['2026-03-02', 'expiring'],
    ['2026-01-31', 'expiring'],
    ['2026-01-30', 'expired'],
  ] as const)('%s is %s on 2026-01-31', (validUntil, expiry) => {
    expect(expiryOf(validUntil, '2026-01-31')).toBe(expiry);
  });

  it('comes nearer day by day and never goes back', () => {
    const day = fc
      .date({
        min: new Date('2000-01-01T00:00:00Z'),
        max: new Date('2100-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    const order = ['valid', 'expiring', 'expired'];
    fc.assert(
      fc.property(day, day, day, (validUntil, one, other) => {
        const [earlier = '', later = ''] = [one, other].sort();
        const rank = (today: string) => order.indexOf(expiryOf(validUntil, today));
        expect(rank(earlier)).toBeLessThanOrEqual(rank(later));
        expect(expiringUntil(earlier) > earlier).toBe(true);
      }),
    );
  });
});
