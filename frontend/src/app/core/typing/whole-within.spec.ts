import fc from 'fast-check';
import { readWholeWithin } from './whole-within';

const days = { least: 5, most: 30 };

describe('a whole number that is typed', () => {
  it.each(['', ' ', '4', '31', '7.5', '-7', '七', '1e', 'NaN'])('is none: “%s”', (text) => {
    expect(readWholeWithin(text, days)).toBeNull();
  });

  it.each([
    ['7', 7],
    [' 30 ', 30],
    ['１５', 15],
  ])('is one: “%s”', (text, value) => {
    expect(readWholeWithin(text, days)).toBe(value);
  });

  it('is never 0 or NaN by chance, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = readWholeWithin(text, days);
        return value === null || (Number.isInteger(value) && value >= 5 && value <= 30);
      }),
    );
  });
});
