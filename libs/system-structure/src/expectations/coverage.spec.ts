import * as fc from 'fast-check';
import { applyOperations } from '../system/operations';
import type { Places, StandardSystem } from '../system/standard-system';
import { systemFromTemplate } from '../system/system-tree';
import { coverage, type Coverage } from './coverage';
import { completeness, type CoverageCounts } from './coverage-counts';
import { INDUSTRIES, type CoverageStandard } from './expectation';
import { EXPECTATIONS, expectationsOf } from './library/index';

const recent = systemFromTemplate('gb-t-15496-2017');
const NO_PLACES: Places = new Map();

function entry(id: string, number: string, title: string, more: object = {}): CoverageStandard {
  const level = number.startsWith('Q/') || number === '' ? 'enterprise' : 'national';
  return { id, number, title, level, isPlanned: false, ...more };
}

function resultOf(result: Coverage, id: string) {
  return result.byExpectation.find(({ expectation }) => expectation.id === id);
}

function decided(system: StandardSystem, decisions: StandardSystem['decisions']): StandardSystem {
  return { ...system, decisions };
}

describe('what stands for an expected document', () => {
  const one = (standard: CoverageStandard, places: Places = NO_PLACES, system = recent) =>
    coverage(system, places, [standard], 'manufacturing');

  it('finds an external standard by its undated number, whatever the edition', () => {
    for (const number of ['GB/T 191-2008', 'GB／T191—2025', 'GB/T 191']) {
      const found = resultOf(one(entry('a', number, '标志')), 'CP3.7/gbt-191');
      expect(found).toMatchObject({ state: 'present', basis: 'number', standardId: 'a' });
    }
  });

  it('takes the mandatory and the recommended form of one number for one standard', () => {
    const found = resultOf(one(entry('a', 'GB/T 17167-2025', '计量器具')), 'BZ8.2/gb-17167');
    expect(found?.state).toBe('present');
  });

  it('tells the parts of a standard apart', () => {
    const result = one(entry('a', 'GB/T 1.2-2020', '标准化工作导则'));
    expect(resultOf(result, 'BZ2.1/gbt-1-1')?.state).toBe('missing');
  });

  it('finds the number that an adopting standard carries', () => {
    const result = one(entry('a', 'GB/T 19001-2016/ISO 9001:2015', '质量管理体系 要求'));
    expect(resultOf(result, 'BZ6.1/gbt-19001')?.state).toBe('present');
  });

  it('does not take another number for an expected external standard because of its title', () => {
    const result = one(entry('a', 'GB/T 99999-2020', '包装储运图示标志'));
    expect(resultOf(result, 'CP3.7/gbt-191')?.state).toBe('missing');
  });

  it('finds a document by words of its title, in the node or anywhere, and says where', () => {
    const purchase = entry('a', 'Q/ABC G04.01-2024', '采购控制程序');
    const here = one(purchase, new Map([['a', ['CP3.2']]]));
    const there = one(purchase, new Map([['a', ['BZ9.2', 'BZ11.1']]]));
    const id = 'CP3.2/purchase-control';
    expect(resultOf(here, id)).toMatchObject({ state: 'present', isElsewhere: false });
    expect(resultOf(there, id)).toMatchObject({
      state: 'present',
      isElsewhere: true,
      foundIn: ['BZ9.2', 'BZ11.1'],
    });
    expect(resultOf(one(purchase), id)).toMatchObject({ isElsewhere: true, foundIn: [] });
  });

  it('does not take a national standard for a document that the enterprise writes', () => {
    const result = one(entry('a', 'GB/T 39600-2021', '采购控制程序'));
    expect(resultOf(result, 'CP3.2/purchase-control')?.state).toBe('missing');
  });

  it('keeps titles apart that only share a word', () => {
    const deputy = one(entry('a', 'Q/ABC Z0102-2024', '副总经理工作标准'));
    expect(resultOf(deputy, 'GW1.1/post-chief')?.state).toBe('missing');
    expect(resultOf(deputy, 'GW1.2/post-deputy-production')?.state).toBe('present');
    const discipline = one(entry('a', 'Q/ABC G0502-2024', '工艺纪律检查管理标准'));
    expect(resultOf(discipline, 'BZ2.2/standard-inspection')?.state).toBe('missing');
    expect(resultOf(discipline, 'CP3.3/process-management')?.state).toBe('present');
    const meters = one(entry('a', 'Q/ABC G0801-2024', '测量设备管理标准'));
    expect(resultOf(meters, 'BZ5.2/equipment-management')?.state).toBe('missing');
    const change = one(entry('a', 'Q/ABC G0302-2024', '设计更改控制程序'));
    expect(resultOf(change, 'CP2.2/design-control')?.state).toBe('missing');
    expect(resultOf(change, 'CP2.5/design-change')?.state).toBe('present');
  });

  it.each([
    ['采购合同和招标管理办法', 'CP3.2/purchase-control'],
    ['设备报废管理标准', 'BZ5.2/equipment-management'],
    ['消防安全管理制度', 'BZ7.1/safety-management'],
    ['应急演练管理规定', 'BZ7.2/emergency'],
    ['节能技术改造管理办法', 'BZ8.2/energy-management'],
    ['采购管理标准', 'BZ2.1/standardization-management'],
    ['总经理办公会议制度', 'GW1.1/post-chief'],
    ['质量信息管理办法', 'BZ6.1/quality-objectives'],
  ])('does not take %s, which is about one side only, for the essential %s', (title, id) => {
    expect(resultOf(one(entry('a', 'Q/ABC 9-2024', title)), id)?.state).toBe('missing');
  });

  it('does not take a post standard for a document of the work that the post does', () => {
    const head = one(entry('a', 'Q/ABC Z0201-2024', '质量与标准化部部长工作标准'));
    expect(resultOf(head, 'BZ2.1/standardization-management')?.state).toBe('missing');
    expect(resultOf(head, 'GW2.1/post-head-quality')?.state).toBe('present');
  });

  it('takes an outside standard for a document of either kind only where it has been placed', () => {
    const safety = entry('a', 'GB/T 5226.1-2019', '机械电气安全 机械电气设备 通用技术条件');
    const id = 'BZ7.1/safety-technical';
    expect(resultOf(one(safety), id)?.state).toBe('missing');
    expect(resultOf(one(safety, new Map([['a', ['BZ7.1']]])), id)?.state).toBe('present');
  });

  it('counts the plan for a national standard as planned', () => {
    const plan = entry('a', '20242277-T-604', '机械电气安全技术要求');
    const result = one(plan, new Map([['a', ['BZ7.1']]]));
    expect(resultOf(result, 'BZ7.1/safety-technical')?.state).toBe('planned');
  });

  it('takes whatever product standard stands in the node of product standards', () => {
    const screw = entry('a', 'Q/ABC 001-2024', '精密滚珠丝杠副');
    const id = 'CP1.2/product-standard';
    expect(resultOf(one(screw), id)?.state).toBe('missing');
    expect(resultOf(one(screw, new Map([['a', ['CP1.2']]])), id)?.state).toBe('present');
  });

  it('counts a planned entry as planned and an outdated one as outdated, not as present', () => {
    const id = 'CP3.2/purchase-control';
    const planned = entry('a', '', '采购控制程序', { isPlanned: true });
    const outdated = entry('b', 'Q/ABC 2-2010', '采购控制程序', { isOutdated: true });
    expect(resultOf(one(planned), id)?.state).toBe('planned');
    expect(resultOf(one(outdated), id)?.state).toBe('outdated');
    const both = coverage(recent, NO_PLACES, [outdated, planned], 'manufacturing');
    expect(resultOf(both, id)).toMatchObject({ state: 'planned', standardId: 'a' });
  });
});

describe('decisions and trims', () => {
  const recall = 'CP5.4/recall';
  const purchase = entry('a', 'Q/ABC 4-2024', '采购控制程序');

  it('respects what a person says is covered or not needed', () => {
    const covered = decided(recent, { [recall]: { kind: 'covered', standardId: 'a' } });
    const result = coverage(covered, NO_PLACES, [purchase], 'manufacturing');
    expect(resultOf(result, recall)).toMatchObject({ state: 'present', basis: 'decision' });
    const dropped = decided(recent, { [recall]: { kind: 'not_needed', reason: '不对外销售' } });
    const without = coverage(dropped, NO_PLACES, [purchase], 'manufacturing');
    expect(without.total.expected).toBe(result.total.expected - 1);
    expect(resultOf(without, recall)?.state).toBe('not_needed');
  });

  it('falls back to what is found where the covering standard has left the register', () => {
    const covered = decided(recent, { [recall]: { kind: 'covered', standardId: 'gone' } });
    const result = coverage(covered, NO_PLACES, [purchase], 'manufacturing');
    expect(resultOf(result, recall)?.state).toBe('missing');
  });

  it('expects nothing in a trimmed branch', () => {
    const { state } = applyOperations({ system: recent, places: NO_PLACES }, [
      { op: 'trim', key: 'CP2', reason: '按顾客图样生产，不承担设计' },
    ]);
    const result = coverage(state.system, NO_PLACES, [], 'manufacturing');
    expect(Object.keys(result.nodes).filter((key) => key.startsWith('CP2'))).toEqual([]);
    expect(result.byExpectation.some((row) => row.expectation.node.startsWith('CP2'))).toBe(false);
  });
});

describe('completeness', () => {
  const counts = (some: Partial<CoverageCounts>): CoverageCounts => ({
    expected: 0,
    present: 0,
    planned: 0,
    unplaced: 0,
    outdated: 0,
    missing: 0,
    essential: 0,
    essentialPresent: 0,
    ...some,
  });

  it('weighs an essential document like three usual ones and rounds down', () => {
    const four = { expected: 4, essential: 1 };
    expect(completeness(counts({ ...four, present: 1, essentialPresent: 1 }))).toBe(50);
    expect(completeness(counts({ ...four, present: 3 }))).toBe(50);
    expect(completeness(counts({ expected: 300, present: 299 }))).toBe(99);
  });

  it('is unknown, not zero or a hundred, where nothing is expected', () => {
    expect(completeness(counts({}))).toBeNull();
  });
});

const TITLES = EXPECTATIONS.map(({ title, number = '' }) => ({ title: title['zh-CN'], number }));
const KEYS = recent.nodes.map(({ key }) => key);
const standardsOf = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    text: fc.constantFrom(...TITLES),
    isPlanned: fc.boolean(),
    isOutdated: fc.boolean(),
    isOwn: fc.boolean(),
    key: fc.constantFrom(...KEYS),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
type Drawn = Parameters<Parameters<typeof standardsOf.map>[0]>[0][number];
const readDrawn = ({ id, text, isPlanned, isOutdated, isOwn }: Drawn): CoverageStandard => ({
  id,
  ...text,
  isPlanned,
  isOutdated,
  level: isOwn ? 'enterprise' : 'national',
});
const placesOf = (drawn: readonly Drawn[]): Places =>
  new Map(drawn.map(({ id, key }) => [id, [key]]));

describe('a register that holds every expected document in its node', () => {
  const cases = (['gb-t-15496-2003', 'gb-t-15496-2017'] as const).flatMap((template) =>
    INDUSTRIES.map((industry) => [template, industry] as const),
  );

  it.each(cases)('is complete in %s for %s', (template, industry) => {
    const expected = expectationsOf(template, industry);
    const standards = expected.map(({ id, title, number = '', level }) =>
      entry(id, number, title['zh-CN'], {
        level: level === 'external' ? 'national' : 'enterprise',
      }),
    );
    const places: Places = new Map(expected.map(({ id, node }) => [id, [node]]));
    const result = coverage(systemFromTemplate(template), places, standards, industry);
    const open = result.byExpectation.filter(({ state }) => state !== 'present');
    expect(open.map(({ expectation }) => expectation.id)).toEqual([]);
    expect(completeness(result.total)).toBe(100);
  });
});

describe('coverage of any register', () => {
  const industryOf = fc.constantFrom(...INDUSTRIES);

  it('adds up in every node, from the children, and in the total', () => {
    fc.assert(
      fc.property(standardsOf, industryOf, (drawn, industry) => {
        const result = coverage(recent, placesOf(drawn), drawn.map(readDrawn), industry);
        const sum = (list: readonly CoverageCounts[], key: keyof CoverageCounts) =>
          list.reduce((total, counts) => total + counts[key], 0);
        const below = (parent: string | null) =>
          recent.nodes.flatMap((node) =>
            node.parent === parent ? (result.nodes[node.key] ?? []) : [],
          );
        const parts = ['present', 'unplaced', 'planned', 'outdated', 'missing'] as const;
        const named = ['expected', ...parts] as const;
        for (const counts of [result.total, ...Object.values(result.nodes)]) {
          expect(counts.expected).toBe(parts.reduce((all, part) => all + counts[part], 0));
        }
        for (const key of named) {
          expect(sum(below(null), key)).toBe(result.total[key]);
          expect(sum(below('CP3'), key)).toBe(result.nodes.CP3?.[key]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is nothing while no standard has a place: a register is no system', () => {
    fc.assert(
      fc.property(standardsOf, industryOf, (drawn, industry) => {
        const { nodes, total } = coverage(recent, new Map(), drawn.map(readDrawn), industry);
        for (const counts of [total, ...Object.values(nodes)]) expect(counts.present).toBe(0);
        expect(completeness(total)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('never misses more after a standard is added, nor depends on the order of the register', () => {
    fc.assert(
      fc.property(standardsOf, industryOf, (drawn, industry) => {
        const standards = drawn.map(readDrawn);
        const all = coverage(recent, placesOf(drawn), standards, industry);
        const fewer = coverage(recent, placesOf(drawn), standards.slice(1), industry);
        expect(all.total.missing).toBeLessThanOrEqual(fewer.total.missing);
        expect(all.total.present).toBeGreaterThanOrEqual(fewer.total.present);
        const reversed = coverage(recent, placesOf(drawn), [...standards].reverse(), industry);
        expect(reversed).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });

  it('is as before once a decision is taken back', () => {
    const ids = EXPECTATIONS.filter((row) => row.template === recent.templateId).map(
      (row) => row.id,
    );
    fc.assert(
      fc.property(standardsOf, fc.constantFrom(...ids), (drawn, expectation) => {
        const before = coverage(recent, NO_PLACES, drawn.map(readDrawn), 'manufacturing');
        const { state } = applyOperations({ system: recent, places: NO_PLACES }, [
          { op: 'decide', expectation, decision: { kind: 'not_needed', reason: '无此业务' } },
          { op: 'decide', expectation, decision: null },
        ]);
        expect(coverage(state.system, NO_PLACES, drawn.map(readDrawn), 'manufacturing')).toEqual(
          before,
        );
      }),
      { numRuns: 40 },
    );
  });
});
