import { hasRadicals, readStandardNumber, withoutRadicals } from './index';

describe('CJK radicals in texts copied from a PDF', () => {
  it.each([
    ['⻝品安全国家标准 ⻝品接触⽤塑料', '食品安全国家标准 食品接触用塑料'],
    ['家⽤和类似⽤途电器', '家用和类似用途电器'],
    ['⽤⼾⻓⻚⻋⻔⻛⻢⻦⻰', '用户长页车门风马鸟龙'],
    ['⻘⿈⽣⾷', '青黄生食'],
    ['食品', '食品'],
  ])('reads %s as %s', (copied, plain) => {
    expect(withoutRadicals(copied)).toBe(plain);
    expect(hasRadicals(copied)).toBe(copied !== plain);
  });

  it('leaves no radical of either block that stands for a character', () => {
    for (let code = 0x2e80; code <= 0x2fd5; code += 1) {
      const isUnassigned = code === 0x2e9a || (code > 0x2ef3 && code < 0x2f00);
      const char = String.fromCharCode(code);
      const changed = withoutRadicals(char);
      // Four radicals have no character of their own.
      const isWithout = isUnassigned || '⺀⺄⺋⺌⺍'.includes(char);
      if (!isWithout) expect([char, changed]).not.toEqual([char, char]);
      expect(withoutRadicals(changed)).toBe(changed);
    }
  });

  it('tells of them beside a number, and reads the remark in ordinary characters', () => {
    expect(readStandardNumber('GB 4806.7-2023（含第⼀号修改单）')).toMatchObject({
      number: { normalized: 'GB 4806.7-2023' },
      remarks: [{ kind: 'amendment', text: '含第一号修改单', numbers: [1] }],
      notes: [{ code: 'radicals_replaced' }],
    });
  });
});
