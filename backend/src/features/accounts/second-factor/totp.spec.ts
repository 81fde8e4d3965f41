import fc from 'fast-check';
import { generateSync } from 'otplib';
import { newSecret, stepOfCode } from './totp';

const secret = newSecret();
const codeAt = (now: number): string => generateSync({ secret, epoch: now });
/** Seconds since 1970, from 2020 to 2100. */
const moments = fc.integer({ min: 1_577_836_800, max: 4_102_444_800 });

describe('a code of an authenticator', () => {
  it('counts in its own thirty seconds and in those before and after, for clocks differ', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -1, max: 1 }), (now, off) => {
        const step = Math.floor(now / 30);
        const code = codeAt((step + off) * 30);
        const found = stepOfCode(secret, code, { after: 0, now });
        // Two neighbours may by chance have the same six digits.
        expect(found).not.toBeNull();
        expect(Math.abs((found ?? 0) - step)).toBeLessThanOrEqual(1);
        expect(codeAt((found ?? 0) * 30)).toBe(code);
      }),
    );
  });

  it('counts at no other time', () => {
    const far = fc.integer({ min: 2, max: 100_000 }).chain((by) => fc.constantFrom(by, -by));
    fc.assert(
      fc.property(moments, far, (now, off) => {
        const step = Math.floor(now / 30);
        const near = [-1, 0, 1].map((by) => codeAt((step + by) * 30));
        const code = codeAt((step + off) * 30);
        fc.pre(!near.includes(code));
        expect(stepOfCode(secret, code, { after: 0, now })).toBeNull();
      }),
    );
  });

  it('is taken once, and none of before after it', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -1, max: 1 }), (now, off) => {
        const step = Math.floor(now / 30) + off;
        const after = stepOfCode(secret, codeAt(step * 30), { after: 0, now }) ?? 0;
        for (const again of [step, step - 1, step - 2]) {
          const found = stepOfCode(secret, codeAt(again * 30), { after, now });
          if (found !== null) expect(found).toBeGreaterThan(after);
        }
      }),
    );
  });

  it('is refused without an error whatever is typed, and when the clock was set back', () => {
    const now = 1_800_000_000;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        fc.pre(!/^[0-9]{6}$/.test(typed));
        expect(stepOfCode(secret, typed, { after: 0, now })).toBeNull();
      }),
    );
    expect(stepOfCode(secret, codeAt(now), { after: now, now })).toBeNull();
  });
});
