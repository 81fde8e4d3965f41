import { freeLetter, nextNumber, readHundredths } from './entry';
import { cellsOf, pastedItems, pastedParts } from './pasted-rows';

/** 虚构: every figure here is made up. */
const parts = [
  { id: '1', title: '虚构部分一', points: 1_000, bonus: false, factor: null },
  { id: '2', title: '虚构部分二', points: 1_000, bonus: false, factor: null },
];
const groups = [{ id: '2.1', part: '2', title: '虚构分项', points: 1_000, factor: null }];

describe('a range pasted from a spreadsheet', () => {
  it('keeps lines and quotes inside a cell', () => {
    expect(cellsOf('1.1\t"甲\n乙""丙"""\r\n\r\n1.2\t丁\n')).toEqual([
      ['1.1', '甲\n乙"丙"'],
      ['1.2', '丁'],
    ]);
  });

  it('is parts in the order of the page, or by its heads', () => {
    expect(pastedParts('1\t虚构甲\t12.5')).toMatchObject([{ id: '1', points: 1_250 }]);
    expect(pastedParts('分值\t名称\t编号\n８分\t虚构乙\t2')).toMatchObject([
      { id: '2', title: '虚构乙', points: 800 },
    ]);
  });

  it('is items below the part or group of their number, with their deductions', () => {
    const text =
      '1.1\t虚构项目\t虚构要求\t5\t未发布扣 2 分；每缺一项扣0.5分\n2.1.1\t另一项\t\t十\t追加扣分，扣3分';
    const [first, second] = pastedItems(text, { parts, groups });
    expect(first).toMatchObject({
      under: '1',
      points: 500,
      rules: [
        { id: 'a', kind: 'fixed', amount: 200 },
        { id: 'b', kind: 'per_missing', amount: 50 },
      ],
    });
    expect(second).toMatchObject({
      under: '2.1',
      points: null,
      rules: [{ kind: 'fixed', text: '追加扣分，扣3分', amount: 300, beyond: true }],
    });
  });
});

it('points are read as people type them, and nothing else is points', () => {
  expect(['12.5', '１２ 分', '80%', ''].map(readHundredths)).toEqual([1_250, 1_200, 8_000, null]);
  expect(['1.234', '-1', '十'].map(readHundredths)).toEqual([undefined, undefined, undefined]);
});

it('numbers and letters go on after the last, and none is given twice', () => {
  expect([nextNumber([], '1'), nextNumber(['2.9'], '1'), nextNumber(['B1'], '1')]).toEqual([
    '1',
    '2.10',
    'B2',
  ]);
  expect(freeLetter(['a', 'c'])).toBe('b');
});
