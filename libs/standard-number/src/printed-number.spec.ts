import fc from 'fast-check';
import { formatStandardNumber, parseStandardNumber, printedNumber } from './index';

describe('a number as it is printed', () => {
  it.each([
    ['ＧＢ／Ｔ ３１００－１９９３', 'GB/T 3100-1993'],
    ['GB／T 1.1－2020', 'GB/T 1.1-2020'],
    ['gb/t 20001.10-2014', 'GB/T 20001.10-2014'],
    ['q/sljd j0401-2022', 'Q/SLJD J0401-2022'],
    ['JB／T 7175.2－2006', 'JB/T 7175.2-2006'],
    ['ＩＳＯ ３４０８－４：２００６', 'ISO 3408-4:2006'],
    ['GB-T 24737.3-2009', 'GB-T 24737.3-2009'],
    ['住建部令第 37 号', '住建部令第 37 号'],
    ['', ''],
  ])('shows %s as %s', (typed, printed) => {
    expect(printedNumber(typed)).toBe(printed);
  });

  const national = fc
    .tuple(
      fc.constantFrom('GB', 'GB/T', 'GB/Z', 'JB/T', 'DL/T', 'SH/T', 'XX/T', 'DB/T'),
      fc.integer({ min: 1, max: 999_999 }),
      fc.option(fc.integer({ min: 1, max: 99 })),
      fc.integer({ min: 1900, max: 2099 }),
    )
    .map(
      ([code, number, part, year]) => `${code} ${number}${part === null ? '' : `.${part}`}-${year}`,
    );

  it('takes no shortcut that reading the number would not confirm', () => {
    fc.assert(
      fc.property(national, (text) => {
        const parsed = parseStandardNumber(text);
        if (parsed.kind === 'standard') expect(formatStandardNumber(parsed)).toBe(text);
        expect(printedNumber(text)).toBe(text);
      }),
    );
  });

  it('stays what it is when it is printed again', () => {
    fc.assert(
      fc.property(fc.oneof(national, fc.string({ unit: 'binary' })), (text) => {
        expect(printedNumber(printedNumber(text))).toBe(printedNumber(text));
      }),
      { numRuns: 500 },
    );
  });
});
