import fc from 'fast-check';
import {
  canonicalText,
  compareStandardNumbers,
  formatStandardNumber,
  parseStandardNumber,
  readStandardNumber,
  type StandardNumber,
} from '../index';

/** Numbers as they are printed, of every family. */
const CANONICAL = [
  'GB 4943.1-2022',
  'GB/T 1.1-2020',
  'GB/Z 1-2020',
  'GB/T 544-94',
  'GB/T 19001-2016/ISO 9001:2015',
  'GB/T 19001-2016 (ISO 9001:2015, IDT)',
  'GB 4943.1-2011/XG1-2015',
  'GB 50016-2014(2018年版)',
  'GB/T 2423.1~2423.10-2008',
  'GB 5009.1-2003~5009.10-2016',
  'GSB 05-1426-2001',
  'GJB 9001C-2017',
  'JJG 1036-2008',
  'JJG(电子) 12-2000',
  'TSG 07-2019',
  'JB/T 5943-1991',
  'HG/T 20592~20635-2009',
  'DB32/T 3690-2019',
  'DB44/ 26-2001',
  'DBJ/T 15-1-2003',
  'T/CAS 115-2015',
  'CECS 21:2000',
  'Q/SLJD J0201-2022',
  'Q/302Z-211.005-2007',
  'Q/ABC 0001S-2022',
  'Q/CT 311-2022.V02',
  'Q/ABC J001~005-2020',
  'QG/BJW 4041.1-1999',
  'ISO 9001:2015',
  'ISO 17301-1:2016/DAmd 1',
  'ISO/IEC 27001:2022/Amd 1:2024',
  'IEC 60068-2-1:2007',
  'EN 55032:2015/A11:2020',
  'BS EN 60335-1:2012+A2:2019',
  'AS/NZS 3100:2022',
  'SAE J1939/71-2020',
  'ASTM D638-22',
  'ASTM E112-13(2021)e1',
  'IATF 16949:2016',
  'MIL-STD-810-2019',
];
const UNDATED = ['GB/T 19001', 'IEC 60068-2-1', 'Q/ABC 001', 'T/CAS 1.1~1.5', 'SAE J1939/71'];

const REMARKS = [
  '已作废',
  '英文版',
  'E',
  '含第1号修改单',
  '第一号修改单',
  'XG1-2020',
  '2024局部修订',
  'R2023',
  '2023年确认有效',
  '代替JB/T 5943—1991',
  '部分代替GB/T 1-2000、GB/T 2-2000',
  '被GB/T 1-2030代替',
  '第二版',
  'Ed. 7.0',
  '合订本',
  '备案号：3205-2020',
  '见附录A (略)',
];
const BRACKETS = ['（）', '()', '【】', '[]', '［］', '〔〕'] as const;

const anyRemark = fc.oneof(
  fc.constantFrom(...REMARKS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[A-Za-z0-9一-龥 ,，、；;/.:~\-—]{0,40}$/u),
);
const bracketed = fc
  .tuple(anyRemark, fc.constantFrom(...BRACKETS), fc.constantFrom('', ' ', '\u3000'))
  .map(([words, brackets, blank]) => {
    const content = words.replaceAll(/[()（）﹙﹚[\]［］【】〔〕]/gu, '');
    return { content, text: `${blank}${brackets[0] ?? ''}${content}${brackets[1] ?? ''}` };
  });

const lettersOf = (text: string): string =>
  canonicalText(text)
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const withoutOriginal = (number: StandardNumber): unknown =>
  JSON.parse(JSON.stringify(number, (key, item: unknown) => (key === 'original' ? '' : item)));

function read(text: string): StandardNumber {
  const result = parseStandardNumber(text);
  if (result.kind !== 'standard') throw new Error(`${text}: ${result.kind}`);
  return result;
}

/** A bracket that the designation itself knows: an adopted number, 2018年版, ASTM (2021). */
const changesNumber = (number: StandardNumber, plain: StandardNumber): boolean =>
  (number.adoption !== undefined && plain.adoption === undefined) ||
  number.editionYear !== plain.editionYear ||
  number.reapprovedYear !== plain.reapprovedYear;

describe('remarks beside a number', () => {
  it.each([
    ['GB 4806.7-2023（含第1号修改单）', { kind: 'amendment', numbers: [1] }],
    ['GB 4806.7-2023（第一、二号修改单）', { kind: 'amendment', numbers: [1, 2] }],
    ['GB 4943.1-2011（XG1-2015）', { kind: 'amendment', numbers: [1], year: 2015 }],
    ['GB50010-2010(2024局部修订)', { kind: 'amendment', numbers: [], year: 2024 }],
    ['JB/T 5943—1991(2017)', { kind: 'reaffirmed', year: 2017 }],
    ['JB/T 5943-1991 (R2010)', { kind: 'reaffirmed', year: 2010 }],
    ['JB/T 5943-1991 2017年确认有效', { kind: 'reaffirmed', year: 2017 }],
    ['JB/T 5943-1991（复审继续有效）', { kind: 'reaffirmed' }],
    ['GB/T 2423.17-2008 (E)', { kind: 'language', language: 'en' }],
    ['GB/T 2423.17-2008E', { kind: 'language', language: 'en' }],
    ['GB/T 2423.17-2008英文版', { kind: 'language', language: 'en' }],
    ['GB/T 2423.17-2008 EN', { kind: 'language', language: 'en' }],
    ['GB/T 2423.17-2008（中英文对照）', { kind: 'language', language: 'several' }],
    ['IEC 60068-2-1 Ed. 7.0', { kind: 'edition', edition: '7.0' }],
    ['Q/SLJD J0201—2022 第1版', { kind: 'edition', edition: '1' }],
    ['Q/SLJD J0201—2022（第十二版）', { kind: 'edition', edition: '12' }],
    ['GB/T 1.1-2020（已作废）', { kind: 'status', status: 'withdrawn', isWithdrawn: true }],
    ['GB/T 1.1-2020【废止】', { kind: 'status', status: 'withdrawn', isWithdrawn: true }],
    ['GB/T 1.1-2020 停用', { kind: 'status', status: 'withdrawn', isWithdrawn: true }],
    ['GB/T 1.1-2020（即将废止）', { kind: 'status', status: 'ending', isWithdrawn: false }],
    ['GB/T 1.1-2020（暂停）', { kind: 'status', status: 'unknown', isWithdrawn: false }],
    ['GB/T 1.1-2020（现行）', { kind: 'status', status: 'current', isWithdrawn: false }],
    ['GB/T 1.1-2020★', { kind: 'mark', text: '★' }],
    ['※ GB/T 1.1-2020', { kind: 'mark', text: '※' }],
    ['【作废】GB/T 1.1-2020', { kind: 'status', isWithdrawn: true }],
    ['JB/T 5943-1991 合订本', { kind: 'print' }],
    ['JGJ 16-2008（附条文说明）', { kind: 'other', text: '附条文说明' }],
  ])('says of %s: %j', (text, remark) => {
    const { number, remarks } = readStandardNumber(text);
    expect(number).toMatchObject({ kind: 'standard' });
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatchObject(remark);
  });

  it.each([
    ['JB/T 5943—2018（代替JB/T 5943—1991）', 'replaces', ['JB/T 5943-1991']],
    ['JB/T 5943—2018 代替 JB/T 5943—1991', 'replaces', ['JB/T 5943-1991']],
    ['GB/T 3-2020（代替GB/T 1-2000，GB/T 2-2000）', 'replaces', ['GB/T 1-2000', 'GB/T 2-2000']],
    ['BS 5-2020 replaces BS 4:2001', 'replaces', ['BS 4:2001']],
    ['GB/T 1-2000（已被GB/T 1-2020代替）', 'replaced_by', ['GB/T 1-2020']],
    ['GB/T 1-2000 superseded by GB/T 1-2020', 'replaced_by', ['GB/T 1-2020']],
    ['GB/T 1-2020（原GB 1-2000）', 'reference', ['GB 1-2000']],
  ])('reads the numbers in the remark of %s', (text, kind, numbers) => {
    const { remarks } = readStandardNumber(text);
    expect(remarks).toMatchObject([
      { kind, numbers: numbers.map((normalized) => ({ normalized })) },
    ]);
  });

  it('reads several remarks in their order', () => {
    const { number, remarks } = readStandardNumber(
      '★GB/T 19001—2016/ISO 9001:2015（英文版）（2021确认有效，代替GB/T 19001—2008）',
    );
    expect(number.normalized).toBe('GB/T 19001-2016');
    expect(remarks.map(({ kind }) => kind)).toEqual(['mark', 'language', 'reaffirmed', 'replaces']);
  });

  it.each([
    ['GB_T 19001-2016', 'GB/T 19001-2016', 'underscore_read_as_slash'],
    ['Q_SLJD_J0201-2022', 'Q/SLJD J0201-2022', 'underscore_read_as_slash'],
    ['GB/T l9OO1-2O16', 'GB/T 19001-2016', 'look_alike_read_as_digit'],
    ['ISO 9OO1:2015', 'ISO 9001:2015', 'look_alike_read_as_digit'],
    ['G B / T 1 9001-20 16', 'GB/T 19001-2016', 'blanks_inside_removed'],
  ])('reads %s as %s and notes %s', (text, normalized, code) => {
    expect(readStandardNumber(text)).toMatchObject({
      number: { kind: 'standard', normalized },
      notes: [{ code }],
    });
  });

  it('leaves a letter that may be meant', () => {
    expect(parseStandardNumber('GJB 900O-2017')).toMatchObject({ number: '900O' });
    expect(parseStandardNumber('Q/AO 1-2017')).toMatchObject({ code: 'Q/AO' });
    expect(parseStandardNumber('GB/T 10O').kind).toBe('standard');
  });

  it('prints every canonical form as it is', () => {
    for (const text of [...CANONICAL, ...UNDATED])
      expect(formatStandardNumber(read(text))).toBe(text);
  });

  it('reads every number as it reads it without the remark in brackets behind it', () => {
    const numbers = fc.constantFrom(...CANONICAL, ...UNDATED);
    fc.assert(
      fc.property(numbers, bracketed, (text, { content, text: remark }) => {
        const plain = read(text);
        const { number, remarks } = readStandardNumber(text + remark);
        if (number.kind !== 'standard') throw new Error(`${text}${remark}: ${number.kind}`);
        if (changesNumber(number, plain)) return;
        expect(withoutOriginal(number)).toEqual(withoutOriginal(plain));
        expect(compareStandardNumbers(number, plain)).toBe(0);
        expect(lettersOf(remarks.map((each) => each.text).join(' '))).toBe(lettersOf(content));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads every number as it reads it without known words behind it, and keeps the words', () => {
    const known = REMARKS.filter((words) => !/备案|见附录|^第一号/u.test(words));
    fc.assert(
      fc.property(
        fc.constantFrom(...CANONICAL),
        fc.constantFrom(...known, '※', '★', '试行', '停用'),
        fc.constantFrom(' ', '，', '、', ' / '),
        (text, words, separator) => {
          const plain = read(text);
          const { number, remarks } = readStandardNumber(text + separator + words);
          const isDesignation = words.startsWith('XG');
          if (!isDesignation) {
            expect([text, words, number.normalized]).toEqual([text, words, plain.normalized]);
            expect(lettersOf(remarks.map((each) => each.text).join(' '))).toBe(lettersOf(words));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes a year in brackets behind an undated number for a question, not for a remark', () => {
    expect(parseStandardNumber('GB/T 19001（2016）')).toMatchObject({ repair: 'GB/T 19001-2016' });
  });

  it('counts what is neither a number nor a known word as other text', () => {
    expect(parseStandardNumber('GB/T 1-2020 有效成分的测定')).toMatchObject({
      kind: 'invalid',
      reason: 'trailing_text',
    });
  });
});
