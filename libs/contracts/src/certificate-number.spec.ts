import fc from 'fast-check';
import { isNumberPattern, nextCertificateNumber, USUAL_NUMBER_PATTERN } from './certificate-number';

const usual = { shortCode: 'JN', pattern: USUAL_NUMBER_PATTERN };

describe('numbers of certificates', () => {
  it('go on from the largest of the year, with the short code before them', () => {
    expect(nextCertificateNumber(usual, '2026', [])).toBe('JN-2026-0001');
    const given = ['JN-2026-0009', 'JN-2026-0010', 'JN-2025-0800', '手写-7', 'JN-2026-0011-2'];
    expect(nextCertificateNumber(usual, '2026', given)).toBe('JN-2026-0011');
  });

  it('take signs of a pattern as they are', () => {
    const own = { shortCode: '', pattern: '(江南.标评){number:2}号[{year}]' };
    expect(nextCertificateNumber(own, '2026', ['(江南.标评)41号[2026]'])).toBe(
      '(江南.标评)42号[2026]',
    );
  });

  it('take braces of a short code for what they are', () => {
    const odd = { shortCode: '{number}', pattern: '{number:2}' };
    expect(nextCertificateNumber(odd, '2026', [])).toBe('{number}-01');
  });

  it.each([
    ['{year}-{number:4}', true],
    ['第{number}号', true],
    ['{year}', false],
    ['{number}{number}', false],
    ['{month}-{number}', false],
    [' {number}', false],
    ['{number:0}', false],
  ])('%j is a pattern: %j', (pattern, isOne) => {
    expect(isNumberPattern(pattern)).toBe(isOne);
  });

  it('are never one that was given, by the same rule', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('', 'JN', 'A.B'),
        (many, code) => {
          const given: string[] = [];
          for (let at = 0; at < many; at += 1)
            given.push(nextCertificateNumber({ ...usual, shortCode: code }, '2026', given));
          expect(new Set(given).size).toBe(many);
        },
      ),
      { numRuns: 20 },
    );
  });
});
