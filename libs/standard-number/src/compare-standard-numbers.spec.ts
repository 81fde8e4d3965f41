import fc from 'fast-check';
import {
  compareStandardNumbers,
  isEditionOf,
  isSameStandard,
  parseStandardNumber,
  type StandardNumber,
} from './index';

function read(text: string): StandardNumber {
  const result = parseStandardNumber(text);
  if (result.kind !== 'standard') throw new Error(`${text}: ${result.kind}`);
  return result;
}

const numberArbitrary = fc
  .tuple(
    fc.constantFrom('GB', 'GB/T', 'DL/T', 'DB32/T', 'T/CAS', 'Q/A', 'Q/A J', 'ISO'),
    fc.constantFrom('1', '01', '2', '10', '1001'),
    fc.constantFrom('', '.1', '.2', '.10'),
    fc.constantFrom('', '94', '1994', '2016'),
  )
  .map(([code, number, part, year]) => {
    const isIso = code === 'ISO';
    const end = year === '' ? '' : isIso ? `:${year}` : `-${year}`;
    return read(`${code} ${number}${isIso ? part.replace('.', '-') : part}${end}`);
  });

describe('compareStandardNumbers', () => {
  it('sorts by level, code, number, part and year, and puts undated references last', () => {
    const ordered = [
      'GB 9-2020',
      'GB/T 1.2-2020',
      'GB/T 1.10-2008',
      'GB/T 1.10-2020',
      'GB/T 1.10',
      'GB/T 20-2020',
      'DL/T 1-2020',
      'DB32/T 1-2020',
      'T/CAS 1-2020',
      'Q/A 1-2020',
      'ISO 1:2020',
      'ASTM D1-20',
    ];
    const shuffled = [...ordered].reverse().map(read);
    expect(shuffled.sort(compareStandardNumbers).map((number) => number.original)).toEqual(ordered);
  });

  it('is a total order that says equal exactly for the same standard', () => {
    fc.assert(
      fc.property(numberArbitrary, numberArbitrary, numberArbitrary, (a, b, c) => {
        const sign = (x: StandardNumber, y: StandardNumber) =>
          Math.sign(compareStandardNumbers(x, y));
        expect(sign(a, b) + sign(b, a)).toBe(0);
        expect(sign(a, b) === 0).toBe(isSameStandard(a, b));
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes different writings of one number for the same standard', () => {
    expect(isSameStandard(read('DL/T544-94'), read('DL/T 544—1994'))).toBe(true);
    expect(isSameStandard(read('GB/T 19001-2016/ISO 9001:2015'), read('ＧＢ/Ｔ19001-2016'))).toBe(
      true,
    );
    expect(isSameStandard(read('GB/T 19001'), read('GB/T 19001-2016'))).toBe(false);
    expect(isEditionOf(read('GB/T 19001-2016'), read('GB/T 19001'))).toBe(true);
  });
});
