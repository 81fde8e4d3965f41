import fc from 'fast-check';
import { organizationDay } from './calendar';

describe('the day of an organization', () => {
  it('is that of China, not of UTC', () => {
    expect(organizationDay(new Date('2026-03-31T15:59:59Z'))).toBe('2026-03-31');
    expect(organizationDay(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
  });

  it('is told alike whichever instant was asked for before', () => {
    const instant = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const day = organizationDay(one);
        organizationDay(other);
        expect(organizationDay(one)).toBe(day);
        expect(day).toBe(new Date(one.getTime() + 8 * 3_600_000).toISOString().slice(0, 10));
      }),
    );
  });
});
