import fc from 'fast-check';
import { placeStandard, STRUCTURE_TEMPLATES } from './index';

const form2003 = STRUCTURE_TEMPLATES['gb-t-15496-2003'];
const form2017 = STRUCTURE_TEMPLATES['gb-t-15496-2017'];

describe('structure templates', () => {
  it('has 15 technical and 18 management sub-systems in the form of 2003', () => {
    const count = (parent: string) =>
      form2003.nodes.filter((node) => node.parent === parent).length;
    expect([count('J'), count('G'), count('Z')]).toEqual([15, 18, 3]);
  });

  it('has 5 sub-systems of realization, 11 of support and 3 of posts in the form of 2017', () => {
    const count = (parent: string) =>
      form2017.nodes.filter((node) => node.parent === parent).length;
    expect([count('CP'), count('BZ'), count('GW')]).toEqual([5, 11, 3]);
  });

  it.each([form2003, form2017])(
    'has whole nodes in $id: codes once, parents before children, no text empty',
    (tree) => {
      const seen = new Set<string>();
      for (const node of tree.nodes) {
        expect(seen.has(node.code)).toBe(false);
        if (node.parent !== undefined) {
          expect(seen.has(node.parent)).toBe(true);
          expect(node.code.startsWith(node.parent)).toBe(true);
        }
        seen.add(node.code);
        for (const text of [node.name, node.purpose]) {
          expect(text['zh-CN']).not.toBe('');
          expect(text.en).not.toBe('');
        }
        const siblings = tree.nodes.filter(
          (other) => other.parent === node.parent && other.order === node.order,
        );
        expect(siblings).toHaveLength(1);
      }
    },
  );
});

describe('placing a standard', () => {
  it.each([
    ['J02', 'J02', 'code'],
    ['ｊ－０２', 'J02', 'code'],
    ['JS02', 'J02', 'code'],
    ['GL18', 'G18', 'code'],
    ['J2', 'J02', 'code'],
    ['J0201', 'J02', 'prefix'],
    ['J0101', 'J01', 'prefix'],
    ['J02-015', 'J02', 'prefix'],
    ['Z0301', 'Z03', 'prefix'],
    ['产品标准', 'J03', 'name'],
    ['测量、检验、试验方法及设备技术标准', 'J07', 'name'],
    ['决策层／最高决策者', 'Z01.1', 'name'],
    ['操作人员／一般岗位', 'Z03.2', 'name'],
  ])('reads 体系编号 %s of the 2003 form as %s by %s', (systemCode, node, basis) => {
    expect(placeStandard(form2003, { systemCode })).toEqual({
      kind: 'placed',
      nodes: [node],
      basis,
    });
  });

  it.each([
    ['CP3.2', 'CP3.2', 'code'],
    ['BZ101', 'BZ1', 'prefix'],
    ['BZ1101', 'BZ11', 'prefix'],
    ['BZ10.2-03', 'BZ10.2', 'prefix'],
    ['CP0301', 'CP3', 'prefix'],
    ['产品实现／生产提供／采购', 'CP3.2', 'name'],
    ['产品实现／包装、贮存、运输', 'CP3.7', 'name'],
    ['产品实现／监视测量和检验', 'CP3.4', 'name'],
    ['基础保障／知识管理和信息', 'BZ10', 'name'],
    ['岗位标准体系／决策层', 'GW1', 'name'],
    ['产品实现／营销', 'CP4', 'name'],
  ])('reads 体系编号 %s of the 2017 form as %s by %s', (systemCode, node, basis) => {
    expect(placeStandard(form2017, { systemCode })).toEqual({
      kind: 'placed',
      nodes: [node],
      basis,
    });
  });

  it('puts the hand before the register, keeps several places, and tells an unknown one', () => {
    const input = { hand: ['G03', 'J02'], systemCode: 'J01' };
    expect(placeStandard(form2003, input)).toEqual({
      kind: 'placed',
      nodes: ['G03', 'J02'],
      basis: 'hand',
    });
    expect(placeStandard(form2003, { systemCode: 'J02、G03' })).toMatchObject({
      nodes: ['J02', 'G03'],
    });
    expect(placeStandard(form2003, { hand: ['X9'] })).toMatchObject({
      kind: 'unplaced',
      told: 'X9',
    });
  });

  it("takes the code out of the enterprise's own number when the register says nothing", () => {
    const placement = placeStandard(form2003, { number: 'Q/SLJD G1802-2022' });
    expect(placement).toEqual({ kind: 'placed', nodes: ['G18'], basis: 'own_number' });
  });

  it('leaves unplaced what nothing tells, without an error', () => {
    expect(placeStandard(form2003, { number: 'GB/T 1.1-2020' })).toEqual({
      kind: 'unplaced',
      reason: 'nothing_told',
    });
    expect(placeStandard(form2003, { systemCode: 'J99' })).toMatchObject({
      kind: 'unplaced',
      reason: 'unknown_code',
    });
  });

  it('finds every node by its own code and never throws on other text', () => {
    for (const tree of [form2003, form2017]) {
      for (const { code } of tree.nodes) {
        expect(placeStandard(tree, { systemCode: code })).toEqual({
          kind: 'placed',
          nodes: [code],
          basis: 'code',
        });
      }
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (systemCode) => {
          expect(['placed', 'unplaced']).toContain(
            placeStandard(tree, { systemCode, systemName: systemCode }).kind,
          );
        }),
      );
    }
  });
});
