import fc from 'fast-check';
import {
  formatOwnNumber,
  matchOwnNumber,
  nextOwnNumber,
  NumberingRuleError,
  parseNumberingRule,
} from './numbering-rule';

const faultOf = (pattern: string): string => {
  try {
    parseNumberingRule(pattern);
  } catch (error) {
    if (error instanceof NumberingRuleError) return error.fault;
    throw error;
  }
  return 'none';
};

describe('numbering rule of an enterprise', () => {
  it.each([
    ['Q/SLJD {类别}{序号:4}-{年}', 'Q/SLJD J0007-2026'],
    ['Q/SLJD {序号:3}—{年}', 'Q/SLJD 007-2026'],
    ['Q/SLJD {体系编号}-{序号:2}-{年}', 'Q/SLJD CP3.2-07-2026'],
    ['Q/SLJD {class} {serial:3}-{year}', 'Q/SLJD J 007-2026'],
  ])('%s gives %s', (pattern, number) => {
    const rule = parseNumberingRule(pattern);
    expect(formatOwnNumber(rule, { class: 'J', node: 'CP3.2', serial: 7, year: 2026 })).toBe(
      number,
    );
  });

  it.each([
    ['', 'empty'],
    ['Q/SLJD {类别}-{年}', 'no_serial'],
    ['Q/SLJD {序号}', 'no_year'],
    ['Q/SLJD {序号}{年}', 'not_separable'],
    ['Q/SLJD {体系编号}{序号}-{年}', 'not_separable'],
    ['Q/SLJD {部门}{序号}-{年}', 'unknown_placeholder'],
    ['Q/SLJD {序号-{年}', 'unknown_placeholder'],
    ['Q/SLJD {序号}-{年', 'unclosed_placeholder'],
    ['Q/SLJD {序号:9}-{年}', 'digits_out_of_range'],
    ['Q/SLJD {序号}-{年}-{年}', 'repeated_placeholder'],
    ['GB/T {序号}-{年}', 'not_an_enterprise_number'],
  ])('%s is refused: %s', (pattern, fault) => {
    expect(faultOf(pattern)).toBe(fault);
  });

  it('counts on from the highest serial of the class, whatever the year and the way it is written', () => {
    const rule = parseNumberingRule('Q/SLJD {类别}{序号:4}-{年}');
    const taken = [
      'Q/SLJD J0003-2019',
      'Q/SLJD  J 0012—2022',
      'Q/SLJD G0040-2020',
      'GB/T 1.1-2020',
    ];
    expect(nextOwnNumber(rule, taken, { class: 'J', year: 2026 })).toBe('Q/SLJD J0013-2026');
    expect(nextOwnNumber(rule, taken, { class: 'Z', year: 2026 })).toBe('Q/SLJD Z0001-2026');
  });

  it('takes apart what it put together', () => {
    const rule = parseNumberingRule('Q/ABC {类别}{序号:3}-{年}');
    fc.assert(
      fc.property(
        fc.constantFrom('J', 'G', 'Z', 'GW'),
        fc.integer({ min: 1, max: 99999 }),
        fc.integer({ min: 1990, max: 2099 }),
        (letter, serial, year) => {
          const values = { class: letter, serial, year };
          expect(matchOwnNumber(rule, formatOwnNumber(rule, values))).toEqual(values);
        },
      ),
    );
  });

  it('never gives a number that is taken', () => {
    const rule = parseNumberingRule('Q/ABC {类别}{序号:3}-{年}');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('J', 'G'), fc.integer({ min: 1, max: 500 }))),
        (rows) => {
          const taken = rows.map(([letter, serial]) =>
            formatOwnNumber(rule, { class: letter, serial, year: 2026 }),
          );
          expect(taken).not.toContain(nextOwnNumber(rule, taken, { class: 'J', year: 2026 }));
        },
      ),
    );
  });

  it('answers hostile numbers with undefined', () => {
    const rule = parseNumberingRule('Q/ABC {体系编号}-{序号:3}-{年}');
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        expect(matchOwnNumber(rule, text)).toBeUndefined();
      }),
    );
    expect(matchOwnNumber(rule, `Q/ABC ${'1'.repeat(100000)}`)).toBeUndefined();
  });
});
