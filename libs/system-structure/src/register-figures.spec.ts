import fc from 'fast-check';
import { registerFigures, type LikeStandards } from './register-figures';
import { STATISTICS_LEVELS } from './statistics';
import { STANDARD_KINDS } from './structure';

const group: fc.Arbitrary<LikeStandards> = fc.record({
  level: fc.constantFrom(...STATISTICS_LEVELS, 'foreign' as const),
  kind: fc.constantFrom(null, ...STANDARD_KINDS),
  isPlanned: fc.boolean(),
  status: fc.constantFrom('current', 'upcoming', 'unknown', 'planned', 'replaced', 'withdrawn'),
  count: fc.integer({ min: 1, max: 40 }),
});

describe('the figures of a register', () => {
  it('add up: by level, by kind, and existing, planned and out of force to all entries', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), (groups) => {
        const { byLevel, byKind, total, entries, outOfForce } = registerFigures(groups);
        const sumOf = (rows: readonly LikeStandards[]) =>
          rows.reduce((all, { count }) => all + count, 0);
        expect(entries).toBe(sumOf(groups));
        const planned = total.expected - total.existing;
        expect(total.existing + planned + outOfForce).toBe(entries);
        for (const rows of [byLevel, byKind])
          for (const field of ['existing', 'expected'] as const)
            expect(rows.reduce((all, row) => all + row[field], 0)).toBe(total[field]);
        const gone = groups.filter(({ status }) => ['replaced', 'withdrawn'].includes(status));
        expect(outOfForce).toBe(sumOf(gone));
        const own = groups.filter(
          ({ level, isPlanned, status }) =>
            level === 'enterprise' && !isPlanned && !['replaced', 'withdrawn'].includes(status),
        );
        expect(byLevel.find(({ key }) => key === 'enterprise')?.existing).toBe(sumOf(own));
      }),
      { numRuns: 300 },
    );
  });
});
