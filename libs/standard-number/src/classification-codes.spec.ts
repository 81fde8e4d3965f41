import fc from 'fast-check';
import {
  CLASSIFICATIONS,
  printedClassification,
  readClassification,
  withLostZeros,
  writtenClassification,
  type Classification,
} from './classification-codes';

const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((value) => String(value).padStart(count, '0'));
const ccsCode = fc
  .tuple(fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ'), digits(2))
  .map((parts) => parts.join(''));
const icsCode = fc
  .tuple(
    fc.constantFrom('01', '03', '23', '25', '97'),
    fc.option(digits(3), { nil: undefined }),
    digits(2),
    fc.boolean(),
  )
  .map(([field, group, subgroup, isLong]) => {
    if (group === undefined) return field;
    return isLong ? `${field}.${group}.${subgroup}` : `${field}.${group}`;
  });
const codesOf = (kind: Classification) =>
  fc.uniqueArray(kind === 'ccs' ? ccsCode : icsCode, { minLength: 1, maxLength: 4 });

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const read = (kind: Classification, text: string): string => {
  const { codes, unread } = readClassification(kind, text);
  return [writtenClassification(kind, codes), ...unread].join(' ? ');
};

describe('codes of classification', () => {
  it.each(CLASSIFICATIONS)('of %s read the same however they are written', (kind) => {
    const between = fc.constantFrom('/', '／', '、', ',', '，', ';', '； ', '\n', ' / ');
    fc.assert(
      fc.property(codesOf(kind), between, fc.boolean(), (codes, sign, isWide) => {
        const text = codes.join(sign);
        expect(readClassification(kind, isWide ? fullWidth(text) : text)).toEqual({
          codes,
          unread: [],
        });
      }),
    );
  });

  it.each(CLASSIFICATIONS)('of %s are kept in a form that reads as itself', (kind) => {
    fc.assert(
      fc.property(codesOf(kind), (codes) => {
        const written = writtenClassification(kind, codes);
        expect(readClassification(kind, written).codes).toEqual(codes);
        expect(readClassification(kind, printedClassification(kind, written)).codes).toEqual(codes);
      }),
    );
  });

  it.each(CLASSIFICATIONS)(
    'of %s are told from what stands among them, and that is told too',
    (kind) => {
      const other = fc.constantFrom('7', 'I72', '32.060', '23.060.1', '见附录');
      fc.assert(
        fc.property(codesOf(kind), fc.array(other), (codes, others) => {
          const text = [...others, ...codes, ...others].join('、');
          const read = readClassification(kind, text);
          expect(read.codes).toEqual(codes);
          expect(read.unread).toEqual([...others, ...others]);
        }),
      );
    },
  );

  it.each<[Classification, string, string]>([
    ['ccs', 'J 72', 'J72'],
    ['ccs', 'CCS J 72', 'J72'],
    ['ccs', '中国标准文献分类号：Ｊ７２／Ｊ７９', 'J72/J79'],
    ['ccs', 'j72 J79', 'J72/J79'],
    ['ccs', 'J72/J72', 'J72'],
    ['ccs', '—', ''],
    ['ccs', '无', ''],
    ['ccs', 'I72', ' ? I72'],
    ['ccs', 'J7', ' ? J7'],
    ['ccs', 'J72/79', 'J72 ? 79'],
    ['ics', '23.060', '23.060'],
    ['ics', 'ICS 23.060.01; 25.040', '23.060.01; 25.040'],
    ['ics', '23. 060 25.040', '23.060; 25.040'],
    ['ics', '２３。０６０', '23.060'],
    ['ics', '97', '97'],
    ['ics', '32.060', ' ? 32.060'],
    ['ics', '23.06', ' ? 23.06'],
    ['ics', '23.060.1', ' ? 23.060.1'],
  ])('of %s in “%s” are “%s”', (kind, text, expected) => {
    expect(read(kind, text)).toBe(expected);
  });

  it('get back the zeros that a spreadsheet took from them', () => {
    expect(
      ['23.06', '1.04', '3', '23.060.1', 'J72'].map((text) => withLostZeros('ics', text)),
    ).toEqual(['23.060', '01.040', '03', '23.060.1', 'J72']);
    expect(withLostZeros('ccs', '1.04')).toBe('1.04');
  });

  it('are printed with a blank behind the letter', () => {
    expect(printedClassification('ccs', 'J72/J79')).toBe('J 72/J 79');
    expect(printedClassification('ics', '23.060')).toBe('23.060');
  });
});
