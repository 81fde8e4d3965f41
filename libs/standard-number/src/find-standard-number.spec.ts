import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { findMetered } from './find-standard-number';
import {
  canonicalText,
  findStandardNumber,
  formatStandardNumber,
  judgeNumberColumn,
  LONGEST_TEXT,
  readNumberCell,
  readStandardNumber,
  standardNumbersIn,
} from './index';

const printed = (text: string): string | undefined => {
  const found = findStandardNumber(text);
  return found === undefined ? undefined : formatStandardNumber(found.number);
};

const HOSTILE = [
  '"',
  '(',
  '（',
  '【',
  '《',
  '-',
  '—',
  '1',
  '〔2009〕',
  'GB/T ',
  'GB 1(',
  'Q/A-1 ',
  'T/A ',
  'ISO 1-1 ',
  '/A1',
  'GB/T 1-2000(',
  '代替GB/T 1-2000',
  '由GB/T 1-2000',
  '被',
  'O1',
  'GB_T 1',
  '第1版',
  '\u2edd',
] as const;

describe('a standard number in a longer text', () => {
  it.each([
    ['GB/T 19001-2016 质量管理体系 要求', 'GB/T 19001-2016', '质量管理体系 要求'],
    ['GB/T19001—2016质量管理体系 要求', 'GB/T 19001-2016', '质量管理体系 要求'],
    ['《GB/T 19001-2016 质量管理体系 要求》', 'GB/T 19001-2016', '质量管理体系 要求'],
    ['ＧＢ/Ｔ　4343.2-2020家用电器 第2部分', 'GB/T 4343.2-2020', '家用电器 第2部分'],
    ['DB15/T 4192-2025 旱地谷子穴播规程', 'DB15/T 4192-2025', '旱地谷子穴播规程'],
    ['1、GB/T 1.1-2020 标准化工作导则', 'GB/T 1.1-2020', '标准化工作导则'],
    ['【废止】GB/T 1.1-2009 标准化工作导则', 'GB/T 1.1-2009', '标准化工作导则'],
    ['GB_T 4343.2-2020_家用电器', 'GB/T 4343.2-2020', '家用电器'],
    ['GB/T 1.1-2020（代替GB/T 1.1-2009）标准化工作导则', 'GB/T 1.1-2020', '标准化工作导则'],
    ['Q/SLJD J0201—2022 第1版 检修规程', 'Q/SLJD J0201-2022', '检修规程'],
    ['GB 50016-2014（2018年版）建筑设计', 'GB 50016-2014(2018年版)', '建筑设计'],
    ['ISO 9001:2015 Quality management', 'ISO 9001:2015', 'Quality management'],
    ['GB/T 19001 质量管理体系', 'GB/T 19001', '质量管理体系'],
    ['IEC 60068-2-1', 'IEC 60068-2-1', ''],
  ])('begins %s: %s and the title %s', (text, number, title) => {
    expect(findStandardNumber(text)).toMatchObject({ isAtBeginning: true, title });
    expect(printed(text)).toBe(number);
  });

  it.each([
    ['质量管理体系 要求（GB/T 19001-2016）', 'GB/T 19001-2016', '质量管理体系 要求'],
    [
      '质量管理体系 要求GB/T 19001—2016/ISO9001:2015',
      'GB/T 19001-2016/ISO 9001:2015',
      '质量管理体系 要求',
    ],
    [
      '关于印发《穴播规程》（DB15/T 4192-2025）的通知',
      'DB15/T 4192-2025',
      '关于印发《穴播规程》的通知',
    ],
    ['《质量管理体系 要求》（GB/T 19001-2016）', 'GB/T 19001-2016', '质量管理体系 要求'],
    ['示例（GB 12021.4-2026）能效', 'GB 12021.4-2026', '示例能效'],
  ])('stands inside %s', (text, number, title) => {
    const found = findStandardNumber(text);
    expect(found).toMatchObject({ isAtBeginning: false, title });
    expect(printed(text)).toBe(number);
    const given = text.slice(found?.at, found?.end);
    expect(readStandardNumber(given).number.normalized).toBe(found?.number.normalized);
  });

  it.each([
    '中华人民共和国安全生产法（主席令第88号）',
    '中华人民共和国产品质量法 主席令第22号 2018-12-29',
    '市场监管总局令第83号',
    '建质〔2009〕87号 2009-05-13',
    'TSG 特种设备目录 21 号',
    'AS 4 型电动机',
    'GB 3 号文件',
    'GB/T 19001-20166 质量',
    'LJD-QP-14 文件控制程序',
    '4192-2025 旱地谷子',
    '代替DB11/T 2025-2022主管部门：某市市场监督管理局',
    '代替GB/T 1-2000、GB/T 2-2000',
    '配电自动化系统中的IEC 61850应用',
    '',
  ])('is not in %s', (text) => {
    expect(findStandardNumber(text)).toBeUndefined();
  });

  it.each([
    [
      'DL/T 307-20101000kV交流架空输电线路运行规程',
      'DL/T 307-2010',
      '1000kV交流架空输电线路运行规程',
    ],
    ['GB 7674-199772.5 kV及以上设备', 'GB 7674-1997', '72.5 kV及以上设备'],
    ['GB/T 18460.1-2001IC卡预付费系统', 'GB/T 18460.1-2001', 'IC卡预付费系统'],
  ])('is parted from a title that sticks to its year: %s', (text, normalized, title) => {
    expect(findStandardNumber(text)).toMatchObject({
      number: { normalized },
      title,
      notes: [{ code: 'title_parted_from_year' }],
    });
  });

  it('is parted from its title in every line of the catalogue, before and behind it', () => {
    const lines = readFileSync(join(__dirname, 'fixtures/catalogue-2026-04.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([number = '', title = '', ...more]) => {
        const isPlain = more.length === 2 && !/["《]/u.test(title);
        return isPlain && readStandardNumber(number).number.kind === 'standard';
      });
    expect(lines.length).toBeGreaterThan(900);
    for (const [number = '', title = ''] of lines) {
      const { normalized } = readStandardNumber(number).number;
      const texts = [`${number} ${title}`, `${number}${title}`, `《${number} ${title}》`];
      for (const text of [...texts, `${title}（${number}）`, `${title} ${number}`])
        expect([text, findStandardNumber(text)]).toMatchObject([
          text,
          { number: { normalized }, title: title.trim() },
        ]);
    }
  });

  it('is found wherever the words around it stand, and neither is lost', () => {
    const words = fc
      .stringMatching(/^[一-龥]{0,12}$/u)
      .filter((each) => !/[代替取换被原号条款章第版年至]/u.test(each));
    const numbers = fc.constantFrom(
      'GB/T 1.1-2020',
      'T/CAS 115-2015',
      'Q/SLJD J0201-2022',
      'ISO 9001:2015',
    );
    fc.assert(
      fc.property(words, numbers, words, (before, number, after) => {
        const found = findStandardNumber(`${before}${number} ${after}`);
        expect([before, after, found?.number.normalized]).toEqual([before, after, number]);
        expect(found?.title.replaceAll(/\s/gu, '')).toBe(before + after);
      }),
    );
  });

  it('costs nothing in a text above the limit, and little in any below it', () => {
    for (const piece of HOSTILE) {
      for (const start of ['', 'GB/T 1-2020', 'Q/A 1-2020', 'ISO 1:2020', 'Q/']) {
        const text = start + piece.repeat(100_000 / piece.length);
        const above = { steps: 0 };
        expect(findMetered(text, above)).toBeUndefined();
        expect(above.steps).toBe(0);
        const below = { steps: 0 };
        findMetered(text.slice(0, LONGEST_TEXT), below);
        expect([piece, below.steps < 250 * LONGEST_TEXT]).toEqual([piece, true]);
      }
    }
  });
});

describe('a cell with several numbers', () => {
  const numbersOf = (text: string) =>
    readNumberCell(text).map(({ number }) =>
      number.kind === 'standard' ? formatStandardNumber(number) : number.kind,
    );

  it.each([
    ['GB/T 1-2020、GB/T 2-2021', ['GB/T 1-2020', 'GB/T 2-2021']],
    ['GB/T 1-2020；GB/T 2-2021', ['GB/T 1-2020', 'GB/T 2-2021']],
    ['GB/T 1-2020\nGB/T 2-2021', ['GB/T 1-2020', 'GB/T 2-2021']],
    ['GB/T 1-2020 GB/T 2-2021', ['GB/T 1-2020', 'GB/T 2-2021']],
    ['GB/T 1-2020和GB/T 2-2021', ['GB/T 1-2020', 'GB/T 2-2021']],
    ['GB/T 1.1-2020、1.2-2020', ['GB/T 1.1-2020', 'GB/T 1.2-2020']],
    ['GB/T\n19001-2016', ['GB/T 19001-2016']],
    ['GB/T 1-2020（代替GB/T 1-2000、GB/T 2-2000）、GB/T 9-2020', ['GB/T 1-2020', 'GB/T 9-2020']],
    ['GB/T 1-2020 代替GB/T 1-2000、GB/T 2-2000', ['GB/T 1-2020']],
    ['GB/T 1-2020、质量手册', ['GB/T 1-2020', 'invalid']],
    ['GB/T 19001-2016 质量管理体系、要求', ['invalid']],
    ['住建部令第37号', ['document']],
    ['', []],
  ])('%j holds %j', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });

  it('keeps a remark behind a separator with the number before it', () => {
    const readings = readNumberCell('GB/T 1-2020, GB/T 2-2021, 英文版');
    expect(readings.map(({ remarks }) => remarks.map(({ kind }) => kind))).toEqual([
      [],
      ['language'],
    ]);
  });

  it.each([
    ['代替DB11/T 2025-2022主管部门：某市市场监督管理局', ['DB11/T 2025-2022']],
    ['主管部门：某自治区市场监督管理局', []],
    ['代替T/CAS 017—2019', ['T/CAS 017-2019']],
    ['代替GB/T 1.1-2000、1.2-2000', ['GB/T 1.1-2000', 'GB/T 1.2-2000']],
    ['GB/T 1', ['GB/T 1']],
    ['无', []],
  ])('of a 代替 column, %s, gives %j', (text, numbers) => {
    expect(standardNumbersIn(text).map(({ normalized }) => normalized)).toEqual(numbers);
  });

  it('reads no piece above the limit, whatever the cell is made of', () => {
    for (const piece of HOSTILE) {
      const readings = readNumberCell(`GB/T 1-2020、${piece.repeat(20_000 / piece.length)}`);
      const tooLong = readings.filter(
        ({ number }) => canonicalText(number.original).length > LONGEST_TEXT,
      );
      expect(tooLong.every(({ number }) => number.kind === 'invalid')).toBe(true);
      expect(readings[0]?.number.kind === 'standard' || readings.length === 1).toBe(true);
    }
  });

  it('reads a long list piece by piece', () => {
    const list = Array.from({ length: 200 }, (_, at) => `GB/T ${at + 1}-2020`);
    expect(numbersOf(list.join('、'))).toEqual(list);
  });
});

describe('a column of cells', () => {
  it('is one of numbers by what it holds', () => {
    expect(
      judgeNumberColumn(['GB/T 1-2020（已作废）', '', 'GB/T 2', 'JB/T 1-2000 标题', '其他']),
    ).toEqual({ filled: 4, numbers: 2, numbersWithTitle: 1, share: 0.75 });
    expect(judgeNumberColumn(['DB15/T 1-2020', '20242277-T-604', 'ISO 9001:2015']).share).toBe(1);
  });

  it.each([
    [['AS 200', 'SH 40', 'HD 1080']],
    [['主席令第22号', '国务院令第390号', '市场监管总局令第83号']],
    [['2024-01-01', '2023.5', '45292']],
    [['目标', '定期考核', '小计']],
    [['10', '20', '20']],
    [['LJD-QP-14', 'LJD-QP-15']],
    [[]],
    [['', ' ']],
  ])('of %j is none', (cells) => {
    expect(judgeNumberColumn(cells).share).toBe(0);
  });
});
