import fc from 'fast-check';
import { testFonts } from '../testing/test-fonts';
import { Faces } from './faces';
import { breakLines, stretchOf } from './line-breaking';
import { shapeText, shapedWidth } from './shape-text';

const forbiddenFirst = '，。、；：？！）》」』〉】％';
const forbiddenLast = '（《「『〈【';

const linesOf = (faces: Faces, text: string, ems: number, indent = 0): string[] => {
  const shaped = shapeText(text, 'song', faces);
  return breakLines(shaped, ems * 1000, indent * 1000).map((line) =>
    shaped.glyphs
      .slice(line.from, line.to)
      .map((glyph) => String.fromCodePoint(glyph.codePoint))
      .join(''),
  );
};

describe('line breaking of Chinese and Latin text', () => {
  let faces: Faces;
  beforeAll(async () => {
    faces = new Faces(await testFonts());
  });

  it('breaks between any two Chinese characters', () => {
    expect(linesOf(faces, '企业标准体系评价', 4)).toEqual(['企业标准', '体系评价']);
  });

  it('lets a closing mark stand at the end in half its width rather than begin a line', () => {
    expect(linesOf(faces, '企业标准。体系', 4.5)).toEqual(['企业标准。', '体系']);
    expect(linesOf(faces, '企业标准。体系', 4)).toEqual(['企业标', '准。体系']);
  });

  it('does not leave an opening mark at the end of a line', () => {
    expect(linesOf(faces, '企业标准（试行）', 5)).toEqual(['企业标准', '（试行）']);
  });

  it('keeps a standard number on one line although it has a blank', () => {
    const text = '本标准按照 GB/T 19001-2016 的规定编写';
    expect(linesOf(faces, text, 10)).toContainEqual(expect.stringContaining('GB/T 19001-2016'));
    for (const number of ['Q/SLJD J0101-2022', 'ISO 9001:2015', 'DB32/T 3690-2019']) {
      const lines = linesOf(faces, `依据标准化要求和${number}执行`, 11);
      expect(lines.filter((line) => line.includes(number))).toHaveLength(1);
    }
  });

  it('keeps figure and unit together', () => {
    expect(linesOf(faces, '保存期限不少于三年即 36 个月', 11.5).at(-1)).toMatch(/^36 个月$/);
  });

  it('breaks a word that no line can hold, after a separator where there is one', () => {
    const lines = linesOf(faces, 'http://127.0.0.1:4200/verify/LX7K-2M9Q-4TRW', 8);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('http://127.0.0.1:4200/verify/LX7K-2M9Q-4TRW');
    expect(lines[0]).toMatch(/[/.:-]$/);
  });

  it('takes half an em from the first of two full-width marks', () => {
    const alone =
      shapedWidth(shapeText('）', 'song', faces)) + shapedWidth(shapeText('，', 'song', faces));
    expect(shapedWidth(shapeText('），', 'song', faces))).toBe(alone - 500);
  });

  it('never breaks the rules and loses no character, whatever the text and width', () => {
    const word = fc.constantFrom(
      '企业',
      '标准',
      '（试行）',
      '，',
      '。',
      '《规则》',
      '、',
      'GB/T 1.1-2020',
      '37.5%',
      ' ',
      'Noto',
      '：',
      '；',
      '“引文”',
      '％',
      '3 年',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }),
        fc.integer({ min: 9, max: 30 }),
        (words, ems) => {
          // Marks in a row have no lawful break; a writer does not pile them up.
          const text = words
            .join('')
            .replace(/([，。、：；％])[，。、：；％]+/g, '$1')
            .replace(/^[，。、：；％ ]+/, '');
          const lines = linesOf(faces, text, ems, 2);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          lines.forEach((line, index) => {
            if (index > 0) expect(forbiddenFirst).not.toContain(line.charAt(0) || ' ');
            if (index < lines.length - 1) expect(forbiddenLast).not.toContain(line.at(-1));
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('fills every line but the last when justified, and no line is wider than allowed', () => {
    const text =
      '评价组按计划分部门进行，采用查阅文件和记录、现场观察、与岗位人员面谈相结合的方法（抽样见附表），组员不评价本人所在部门的工作。';
    const shaped = shapeText(text, 'song', faces);
    const width = 18_300;
    const lines = breakLines(shaped, width);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line.width).toBeLessThanOrEqual(width);
      if (line.isLast) expect(stretchOf(shaped, line, width)).toBe(0);
      else expect(stretchOf(shaped, line, width)).toBeGreaterThan(0);
    }
  });

  it('is linear: a text of 200,000 characters without a break is no trouble', () => {
    const shaped = shapeText('a'.repeat(200_000), 'song', faces);
    const lines = breakLines(shaped, 20_000);
    expect(lines.reduce((sum, line) => sum + line.to - line.from, 0)).toBe(200_000);
  });
});
