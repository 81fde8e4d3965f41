import fc from 'fast-check';
import { leafHang, leavesBox, wrapText, type DiagramSizes } from './layout-column';
import { approximateTextWidth } from './scene';

const sizes: DiagramSizes = {
  fontSize: 8,
  lineHeight: 10,
  padding: 3.2,
  gap: 6,
  measure: approximateTextWidth,
};
const widthOf = (text: string): number => approximateTextWidth(text, 8, false);

describe('lines of the diagram', () => {
  it('lets a mark stand out a little rather than break the word before it', () => {
    const width = widthOf('CP3.4 监视、') - 2;
    expect(wrapText('CP3.4 监视、测量和检验', width, sizes)[0]).toBe('CP3.4 监视、');
  });

  it('breaks a word that no line can hold', () => {
    const lines = wrapText('BZ2.1 Internationalization', 50, sizes);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(50);
    expect(lines.join('').replaceAll(' ', '')).toBe('BZ2.1Internationalization');
  });

  it('keeps every character and the width, whatever the text', () => {
    const names = fc.string({ unit: fc.constantFrom(...'标准化工作、（）和A1. '), maxLength: 60 });
    fc.assert(
      fc.property(names, fc.integer({ min: 40, max: 200 }), (name, width) => {
        const lines = wrapText(name, width, sizes, leafHang(sizes));
        expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
        lines.forEach((line, at) => {
          const room = width - (at === 0 ? 0 : leafHang(sizes));
          expect(widthOf(line)).toBeLessThanOrEqual(room + 0.4 * 8 + 0.01);
        });
      }),
    );
  });

  it('stands the further lines of a leaf in, so that one sees where the next begins', () => {
    const frame = { x: 0, y: 0, w: 60, h: 40, style: 'leaves' as const };
    const { texts } = leavesBox(frame, [['CP3.5 不合', '格与纠正'], ['CP3.6 标识']], [], sizes);
    expect(texts.map(({ x }) => x)).toEqual([3.2, 3.2 + leafHang(sizes), 3.2]);
  });
});
