import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readMetered } from './parse-standard-number';
import {
  canonicalText,
  formatStandardNumber,
  identitiesOf,
  LONGEST_TEXT,
  normalizeStandardNumber,
  parseStandardNumber,
  SECTOR_CODES,
} from './index';

const catalogue = readFileSync(join(__dirname, 'fixtures/catalogue-2026-04.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => ({
    number: line.slice(0, line.indexOf(',')),
    type: line.slice(line.lastIndexOf(',') + 1),
  }));

const withoutOriginal = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, item: unknown) => (key === 'original' ? undefined : item)),
  );

const EXAMPLES: [text: string, family: string, identity: string][] = [
  ['GB 4943.1-2022', 'national', 'GB 4943.1-2022'],
  ['GB/T 1.1—2020', 'national', 'GB/T 1.1-2020'],
  ['GB／T 19273－2017', 'national', 'GB/T 19273-2017'],
  ['GBT19001-2016', 'national', 'GB/T 19001-2016'],
  ['gb/t 19001-2016', 'national', 'GB/T 19001-2016'],
  ['GB/T 19001—2016/ISO 9001:2015', 'national', 'GB/T 19001-2016'],
  ['GB/T19016—2021/ISO10006:2017', 'national', 'GB/T 19016-2021'],
  ['GB 4943.1-2011/XG1-2015', 'national', 'GB 4943.1-2011/XG1-2015'],
  ['GB 7000.1-2015第1号修改单', 'national', 'GB 7000.1-2015/XG1'],
  ['GB 50016-2014（2018年版）', 'national', 'GB 50016-2014(2018年版)'],
  ['GB/T 2423.1～13-98', 'national', 'GB/T 2423.1~2423.13-1998'],
  ['HG/T 20592~20635-2009', 'sector', 'HG/T 20592~20635-2009'],
  ['GJB 9001C-2017', 'military', 'GJB 9001C-2017'],
  ['GSB 05-1426-2001', 'national', 'GSB 05-1426-2001'],
  ['GBJ 16-87', 'national', 'GBJ 16-1987'],
  ['GBZ 2.1-2019', 'national', 'GBZ 2.1-2019'],
  ['HG/T 20592-2009', 'sector', 'HG/T 20592-2009'],
  ['JB/T 5000.1-2007', 'sector', 'JB/T 5000.1-2007'],
  ['DL/T544-94', 'sector', 'DL/T 544-1994'],
  ['DL 5009.2-2013', 'sector', 'DL 5009.2-2013'],
  ['YY/T 0287-2017', 'sector', 'YY/T 0287-2017'],
  ['QC/T 1266-2025', 'sector', 'QC/T 1266-2025'],
  ['DB32/T 3690-2019', 'local', 'DB32/T 3690-2019'],
  ['DB3205/T 1001-2020', 'local', 'DB3205/T 1001-2020'],
  ['DB44/ 26-2001', 'local', 'DB44/ 26-2001'],
  ['DB6101/T3191—2024', 'local', 'DB6101/T 3191-2024'],
  ['DB/T 12-2000', 'sector', 'DB/T 12-2000'],
  ['T/CAS 115—2015', 'group', 'T/CAS 115-2015'],
  ['T/CEC 181-2018', 'group', 'T/CEC 181-2018'],
  ['CECS 21:2000', 'association', 'CECS 21:2000'],
  ['CECS 21-2000', 'association', 'CECS 21:2000'],
  ['JJG 1036-2008', 'metrology', 'JJG 1036-2008'],
  ['JJF 1059.1-2012', 'metrology', 'JJF 1059.1-2012'],
  ['Q/CSG 510001-2015', 'enterprise', 'Q/CSG 510001-2015'],
  ['Q/ABC J 001-2024', 'enterprise', 'Q/ABC J001-2024'],
  ['Q/ABC 0001S-2022', 'enterprise', 'Q/ABC 0001S-2022'],
  ['Q/GDW 1799.1-2013', 'enterprise', 'Q/GDW 1799.1-2013'],
  ['Q/CT 311-2022.V02', 'enterprise', 'Q/CT 311-2022.V02'],
  ['QG/BJW 4041.1—1999', 'enterprise', 'QG/BJW 4041.1-1999'],
  ['Q/320500ABC001-2023', 'enterprise', 'Q/320500ABC 001-2023'],
  ['Q/SLJD J0101-2022', 'enterprise', 'Q/SLJD J0101-2022'],
  ['ISO 9001:2015', 'iso', 'ISO 9001:2015'],
  ['ISO/IEC 27001:2022/Amd 1:2024', 'iso', 'ISO/IEC 27001:2022/Amd 1:2024'],
  ['IEC 60068-2-1:2007', 'iec', 'IEC 60068-2-1:2007'],
  ['ISO/TS 16949:2009', 'iso', 'ISO/TS 16949:2009'],
  ['EN ISO 9001:2015', 'european', 'EN ISO 9001:2015'],
  ['BS EN 60335-1:2012+A2:2019', 'foreign', 'BS EN 60335-1:2012+A2:2019'],
  ['ASTM D638-22', 'astm', 'ASTM D638-2022'],
  ['ASTM A106/A106M-19a', 'astm', 'ASTM A106/A106M-2019a'],
  ['ASTM E112-13(2021)e1', 'astm', 'ASTM E112-2013(2021)e1'],
  ['IATF 16949:2016', 'international', 'IATF 16949:2016'],
  ['Q/302Z-211.005-2007', 'enterprise', 'Q/302Z-211.005-2007'],
  ['ISO 17301-1:2016/DAmd 1', 'iso', 'ISO 17301-1:2016/DAmd 1'],
  ['EN 60335-1:2012/A11:2014', 'european', 'EN 60335-1:2012/A11:2014'],
  ['EN 55032:2015/A11:2020', 'european', 'EN 55032:2015/A11:2020'],
  ['EN 60335-1:2012+A11:2014', 'european', 'EN 60335-1:2012+A11:2014'],
  ['AS/NZS 3100:2022', 'foreign', 'AS/NZS 3100:2022'],
  ['SAE J1939/71', 'foreign', 'SAE J1939/71'],
  ['GB 7000.1-2015/第1号修改单', 'national', 'GB 7000.1-2015/XG1'],
  ['GB 5009.1-2016~GB 5009.10-2016', 'national', 'GB 5009.1~5009.10-2016'],
  ['GB 5009.1-2003～5009.10-2016', 'national', 'GB 5009.1-2003~5009.10-2016'],
  ['GB/T 2423.1至GB/T 2423.10', 'national', 'GB/T 2423.1~2423.10'],
  ['Q/ABC J001～Q/ABC J005-2020', 'enterprise', 'Q/ABC J001~005-2020'],
  ['T/CAS 1.1~1.5-2020', 'group', 'T/CAS 1.1~1.5-2020'],
  ['ISO 13849-1:2015~2:2012', 'iso', 'ISO 13849-1:2015~13849-2:2012'],
  ['GB\\T 2423·17－2008', 'national', 'GB/T 2423.17-2008'],
  ['GB/T 19001', 'national', 'GB/T 19001'],
];

const INVALID: [text: string, reason: string, repair: string | undefined][] = [
  ['', 'empty', undefined],
  ['19001-2016', 'missing_code', undefined],
  ['GB/T 19001-20166', 'bad_year', undefined],
  ['T/-2020', 'missing_body', undefined],
  ['ISO 9001 2015版', 'year_not_joined', 'ISO 9001:2015'],
  ['GB-T 19001-2016', 'file_name_form', 'GB/T 19001-2016'],
  ['Q-SLJD 001-2020', 'file_name_form', 'Q/SLJD 001-2020'],
  ['GB/T 1-2020、GB/T 2-2021', 'several_numbers', 'GB/T 1-2020'],
  ['GB/T 19001(2016)', 'year_not_joined', 'GB/T 19001-2016'],
  ['GB/T 19001:2016', 'wrong_year_separator', 'GB/T 19001-2016'],
  ['GB/T 5169-10-2017', 'hyphen_part', 'GB/T 5169.10-2017'],
  ['GB/T 19001-202X', 'placeholder', undefined],
  ['GB/5169-2016', 'incomplete_code', undefined],
  ['XX/T 123-2020', 'unknown_code', undefined],
  ['DB99/T 12-2020', 'unknown_code', undefined],
  ['GB/T', 'missing_number', undefined],
  ['代替 GB/T 19001-2008', 'leading_text', 'GB/T 19001-2008'],
  ['GB/T19001-2016 质量管理体系 要求', 'trailing_text', 'GB/T 19001-2016'],
  ['质量手册', 'not_a_number', undefined],
];

/** Numbers of all families with mistakes and other signs put in. */
const nearNumber = fc
  .tuple(
    fc.constantFrom(...EXAMPLES.map(([text]) => text), ...INVALID.map(([text]) => text)),
    fc.nat(40),
    fc.nat(3),
    fc.string({ maxLength: 3, unit: 'binary' }),
    fc.boolean(),
  )
  .map(([text, at, cut, put, lower]) => {
    const changed = text.slice(0, at) + put + text.slice(at + cut);
    return lower ? changed.toLowerCase() : changed;
  });
const anyText = fc.oneof(
  nearNumber,
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[GBTQISOECZDV/ .:~()0-9-]{0,30}$/u),
);

function stepsOf(text: string): number {
  const meter = { steps: 0 };
  readMetered(text, meter);
  return meter.steps;
}

describe('parseStandardNumber', () => {
  it.each(EXAMPLES)('reads %s as %s with identity %s', (text, family, identity) => {
    const result = parseStandardNumber(text);
    expect(result).toMatchObject({
      kind: 'standard',
      family,
      normalized: identity,
      original: text,
    });
  });

  it.each(INVALID)('says of "%s": %s, repair %s', (text, reason, repair) => {
    const result = parseStandardNumber(text);
    expect(result).toMatchObject({ kind: 'invalid', reason });
    expect(result.kind === 'invalid' ? result.repair : 'no').toBe(repair);
  });

  it.each([
    ['住建部令第 37 号', 'document', '住建部令第37号'],
    ['建质〔2009〕87 号', 'document', '建质〔2009〕87号'],
    ['国务院令第393号', 'document', '国务院令第393号'],
    ['20242277-T-604', 'plan', '20242277-T-604'],
    ['2019-0325T-JB', 'plan', '2019-0325T-JB'],
    ['LJD-QP-14', 'internal', 'LJD-QP-14'],
    ['QC-01', 'internal', 'QC-01'],
  ])('names %s as %s', (text, kind, normalized) => {
    expect(parseStandardNumber(text)).toMatchObject({ kind, normalized });
  });

  it('tells mandatory, recommended and guiding standards apart', () => {
    const of = (text: string) => {
      const result = parseStandardNumber(text);
      return result.kind === 'standard' ? result.obligation : result.kind;
    };
    expect(['GB 1-2020', 'GB/T 1-2020', 'GB/Z 1-2020', 'T/CAS 1-2020'].map(of)).toEqual([
      'mandatory',
      'recommended',
      'guiding',
      undefined,
    ]);
  });

  it('keeps the two-digit year as shown and compares by the full one', () => {
    const result = parseStandardNumber('DL/T544-94');
    expect(result).toMatchObject({ year: 1994, yearText: '94' });
    if (result.kind === 'standard') expect(formatStandardNumber(result)).toBe('DL/T 544-94');
  });

  it('carries both identities of a double number and the degree of adoption', () => {
    const result = parseStandardNumber('GB/T 19001-2016 idt ISO 9001:2015');
    expect(result).toMatchObject({ adoption: { degree: 'IDT', form: 'note' } });
    if (result.kind === 'standard')
      expect(identitiesOf(result)).toEqual(['GB/T 19001-2016', 'ISO 9001:2015']);
  });

  it('names all 1,376 rows of the catalogue, and by family as the catalogue does', () => {
    const counts: Record<string, number> = {};
    for (const { number, type } of catalogue) {
      const result = parseStandardNumber(number);
      const key = `${type}: ${result.kind === 'standard' ? result.family : result.kind}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(counts).toEqual({
      '国标计划: plan': 153,
      '国家标准: national': 411,
      '行业标准: sector': 628,
      '地方标准: local': 184,
    });
  });

  it('reads its own printed form as the same number', () => {
    const check = (text: string) => {
      const result = parseStandardNumber(text);
      if (result.kind !== 'standard') return;
      const printed = formatStandardNumber(result);
      expect(withoutOriginal(parseStandardNumber(printed))).toEqual(withoutOriginal(result));
    };
    catalogue.forEach(({ number }) => check(number));
    EXAMPLES.forEach(([text]) => check(text));
    fc.assert(fc.property(anyText, check), { numRuns: 3000 });
  });

  it('normalises once and for all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeStandardNumber(text);
        expect(normalizeStandardNumber(once)).toBe(once);
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a text of plain signs as it reads the same text between blanks', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'GBTq019 /.:~+-()') });
    fc.assert(
      fc.property(plain, (text) => {
        expect(canonicalText(text)).toBe(canonicalText(`\u3000${text}\u200b`));
      }),
    );
  });

  it('offers only repairs that are numbers, and never throws on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseStandardNumber(text);
        expect(result.original).toBe(text);
        if (result.kind === 'invalid' && result.repair !== undefined) {
          expect(parseStandardNumber(result.repair).kind).toBe('standard');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    'GB/T ',
    '1',
    '-',
    '1-',
    '((',
    'Q/A ',
    '/ISO 9001',
    '1.',
    'A-1',
    '号',
    '〔2009〕',
    '《',
    ' ',
    '~',
  ])('looks at each character of a hostile text of "%s" a bounded number of times', (piece) => {
    const work = (size: number) => stepsOf(piece.repeat(Math.ceil(size / piece.length))) / size;
    expect(work(200_000)).toBeLessThanOrEqual(2 * work(20_000));
    expect(work(200_000)).toBeLessThan(3);
  });

  it('reads the longest texts that it reads at all with little work', () => {
    for (const piece of ['GB/T 1~', '1-1-', 'Q/A B ', 'Q/A-1', '/ISO 1', 'ISO 1-1', '(1']) {
      expect(stepsOf(`Q/A 1-2020${piece.repeat(50)}`.slice(0, LONGEST_TEXT))).toBeLessThan(90_000);
    }
  });

  it('knows about seventy sector codes of two letters', () => {
    expect(Object.keys(SECTOR_CODES).length).toBeGreaterThanOrEqual(70);
    expect(Object.keys(SECTOR_CODES).every((code) => /^[A-Z]{2}$/u.test(code))).toBe(true);
  });
});
