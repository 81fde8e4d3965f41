import type { SheetRow } from '@liangxing/spreadsheet';
import fc from 'fast-check';
import { classifyRow } from './classify-row';

/** The number stands in the second of four columns. */
const classified = (...cells: readonly string[]) =>
  classifyRow({ number: 2, cells: [...cells] } as SheetRow, [], 1, true);
const alone = (text: string) => classified('', text, '', '');

const digits = (from: number, to: number) => fc.integer({ min: from, max: to }).map(String);
const writtenNumber = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('GB', 'GB/T', 'GB/Z', 'JB/T', 'HG/T', 'DB32/T', 'ISO', 'IEC', 'Q/SLJD G'),
      fc.constantFrom(' ', ''),
      digits(1, 99_999),
      fc.constantFrom('', '.1', '.12'),
      fc.constantFrom('', '-2016', '—1998', ':2015'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('国标委〔2020〕', '国办发〔2015〕', '主席令第', '国务院令第', '（2020）'),
      fc.oneof(digits(1, 999), fc.constantFrom('七十', '二〇')),
    )
    .map(([code, figures]) => `${code}${figures}号`),
  fc
    .tuple(fc.constantFrom('企标 ', 'SLJD-G-', '苏质监标发'), digits(100, 9999))
    .map(([code, figures]) => `${code}${figures} 采购控制程序`),
);
const mark = fc.constantFrom(
  '一、',
  '二 、',
  '三．',
  '（一）',
  '(二)',
  '（3）',
  '第一部分 ',
  '第2章',
  '4、',
  '十一、',
);
const words = fc.constantFrom(
  '企业标准',
  '技术标准',
  '管理标准',
  '岗位标准',
  '相关法律',
  'ISO 体系文件',
);

describe('a row whose number column holds a heading', () => {
  it.each([
    ['一、企业标准', '企业标准'],
    ['第一部分 技术标准', '技术标准'],
    ['（二）管理标准', '管理标准'],
    ['第三章', '第三章'],
    ['技术标准体系', '技术标准体系'],
  ])('is the section of the rows below it: %s', (text, name) => {
    expect(alone(text)).toEqual({ kind: 'section', name });
  });

  it('is one in every way of marking it, also with its count in a cell of its own', () => {
    fc.assert(
      fc.property(mark, words, fc.constantFrom('', '一', '（二）', '3'), (sign, text, count) => {
        expect(classified(count, sign + text, '', '')).toEqual({ kind: 'section', name: text });
      }),
    );
  });

  it('is an entry where a title or anything else stands beside it', () => {
    expect(classified('', '一、企业标准', '质量手册', '').kind).toBe('data');
  });
});

describe('a number that stands alone in its row', () => {
  it('never becomes a heading, also with a mark before it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(''), mark),
        writtenNumber,
        fc.constantFrom('', '一', '3'),
        (sign, number, count) => {
          expect(classified(count, sign + number, '', '').kind).toBe('data');
        },
      ),
    );
  });

  it.each([
    '待定',
    'GB150钢制压力容器',
    '12.3',
    '二〇二〇年第5号公告',
    'Q企业标准01',
    '一、国标委〔2020〕5号',
    '（三）国办发〔2015〕13号',
    '3、国务院令第591号',
    '一、主席令第七十号',
    '1、企标 001-2020',
    '二、苏质监标发(2014)12号',
    '一、SLJD-G-0302 采购控制程序',
    '一、ＧＢ１５０',
  ])('stays an entry whatever it is: %s', (text) => {
    expect(alone(text).kind).toBe('data');
  });

  it.each(['安全管理制度', '设备管理规范', '受控文件'])(
    'or a title there, with its count or without: %s',
    (text) => {
      expect(alone(text).kind).toBe('data');
      expect(classified('3', text, '', '').kind).toBe('data');
    },
  );
});
