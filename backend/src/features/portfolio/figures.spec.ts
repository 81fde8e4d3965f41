import { plusDays, type AssessmentFigures } from '@liangxing/contracts';
import fc from 'fast-check';
import { movesOn } from './figures';

const day = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2024-01-01', days));
const dates = fc.array(
  day.map((dueOn) => ({ dueOn })),
  { maxLength: 20 },
);
const assessment = (kind: 'scored' | 'readiness') => ({ kind }) as AssessmentFigures;

describe('the day on which figures change by themselves', () => {
  it('comes after this one, and no date is passed over or becomes overdue before it', () => {
    fc.assert(
      fc.property(day, dates, (today, due) => {
        const moves = movesOn(today, due, assessment('scored'));
        const coming = due.filter(({ dueOn }) => dueOn >= today);
        expect(moves > today).toBe(true);
        expect(moves.slice(0, 7) <= plusDays(today, 31).slice(0, 7)).toBe(true);
        for (const { dueOn } of coming) expect(dueOn === today || dueOn >= moves).toBe(true);
        // What is due today is overdue tomorrow.
        if (coming.some(({ dueOn }) => dueOn === today)) expect(moves).toBe(plusDays(today, 1));
      }),
    );
  });

  it('is the first of the next month at the latest: each month has figures', () => {
    expect(movesOn('2026-11-30', [], assessment('scored'))).toBe('2026-12-01');
    expect(movesOn('2026-12-02', [{ dueOn: '2027-03-01' }], null)).toBe('2027-01-01');
  });

  it('is the next one where proof of readiness grows old', () => {
    fc.assert(
      fc.property(day, dates, (today, due) => {
        expect(movesOn(today, due, assessment('readiness'))).toBe(plusDays(today, 1));
      }),
    );
    expect(movesOn('2024-02-28', [], assessment('readiness'))).toBe('2024-02-29');
    expect(movesOn('2026-12-31', [], assessment('readiness'))).toBe('2027-01-01');
  });
});
