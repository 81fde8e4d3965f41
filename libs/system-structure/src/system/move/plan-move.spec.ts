import fc from 'fast-check';
import {
  applyMove,
  applyOperations,
  checkSystem,
  planMove,
  STRUCTURE_TEMPLATES,
  StructureProblem,
  systemFromTemplate,
  type MoveStandard,
  type SystemState,
} from '../../index';
import { MOVE_2003_2017 } from './map-2003-2017';

const keys2003 = STRUCTURE_TEMPLATES['gb-t-15496-2003'].nodes.map(({ code }) => code);
const keys2017 = new Set(STRUCTURE_TEMPLATES['gb-t-15496-2017'].nodes.map(({ code }) => code));
const TO = 'gb-t-15496-2017';

const from = (places: Record<string, readonly string[]>): SystemState => ({
  system: systemFromTemplate('gb-t-15496-2003'),
  places: new Map(Object.entries(places)),
});
const standard = (id: string, title: string, level: MoveStandard['level'] = 'enterprise') => ({
  id,
  title,
  level,
});

/** Where one standard of an old node ends. */
function movedTo(node: string, title: string, level: MoveStandard['level']) {
  const start = from({ s: [node] });
  const plan = planMove(start, TO, [standard('s', title, level)]);
  return applyMove(start, plan).places.get('s');
}

describe('the map from 2003 to 2017', () => {
  it('names every sub-system and leaf of 2003, and only nodes of 2017', () => {
    const bodies = new Set(['J', 'G']);
    expect(keys2003.filter((key) => !bodies.has(key) && !(key in MOVE_2003_2017))).toEqual([]);
    for (const rule of Object.values(MOVE_2003_2017)) {
      for (const to of [...rule.words.map(([, key]) => key), ...rule.otherwise.to]) {
        expect(keys2017).toContain(to);
      }
    }
  });
});

describe('planning the move', () => {
  it.each<[string, string, string, MoveStandard['level']]>([
    ['J03', '室内配电变压器', 'CP1.2', 'enterprise'],
    ['J03', '电力变压器 第1部分：总则', 'CP1.1', 'national'],
    ['J03', '配电变压器内控标准', 'CP1.3', 'enterprise'],
    ['J04', '硅钢片采购技术条件', 'CP3.2', 'enterprise'],
    ['J05', '绕线工艺守则', 'CP3.3', 'enterprise'],
    ['J08', '包装储运图示标志', 'CP3.7', 'national'],
    ['J08', '产品标识规范', 'CP3.6', 'enterprise'],
    ['J07', '游标卡尺检定规程', 'BZ6.2', 'enterprise'],
    ['G02', '员工培训管理办法', 'BZ3.5', 'enterprise'],
    ['G02', '合同评审管理办法', 'CP4.3', 'enterprise'],
    ['G02', '经济合同管理办法', 'BZ9.2', 'enterprise'],
    ['G11', '顾客投诉处理程序', 'CP5.3', 'enterprise'],
    ['G13', '生产安全事故应急预案', 'BZ7.2', 'enterprise'],
    ['G18', '标准化监督检查管理办法', 'BZ2.2', 'enterprise'],
    ['Z03', '电工岗位工作标准', 'GW3.1', 'enterprise'],
    ['Z01.1', '总经理工作标准', 'GW1.1', 'enterprise'],
  ])('takes %s %s to %s', (node, title, to, level) => {
    expect(movedTo(node, title, level)).toEqual([to]);
  });

  it('says why, with the words that decided and less confidence where none did', () => {
    const start = from({ a: ['G02'], b: ['G02'], c: ['G02'] });
    const { rows } = planMove(start, TO, [
      standard('a', '培训管理'),
      standard('b', '职工教育'),
      standard('c', '综合事项'),
    ]);
    expect(rows).toEqual([
      {
        id: 'G02>BZ3.5~',
        fromKey: 'G02',
        toKey: ['BZ3.5'],
        standards: ['a', 'b'],
        confidence: 0.85,
        reason: {
          'zh-CN': '标题含“培训”“教育”，归入 BZ3.5 培训',
          en: 'The title says "培训" or "教育": BZ3.5 Training',
        },
      },
      expect.objectContaining({ id: 'G02>BZ11.2', confidence: 0.4, standards: ['c'] }),
    ]);
  });

  it('keeps several places in their order, and each once', () => {
    const start = from({ s: ['G04', 'J04', 'J07'] });
    const plan = planMove(start, TO, [standard('s', '供方评价')]);
    expect(applyMove(start, plan).places.get('s')).toEqual(['CP3.2', 'CP3.4']);
  });

  it('takes an own node along, or into the node of the 2017 form that has its name', () => {
    const empty = from({});
    const { state: start } = applyOperations(empty, [
      { op: 'add', key: 'o1', parent: 'G02', name: { 'zh-CN': '绩效管理', en: 'x' } },
      { op: 'add', key: 'o2', parent: 'J04', name: { 'zh-CN': '铜材', en: 'Copper' } },
      { op: 'place', places: { a: ['o1'], b: ['o2'] } },
    ]);
    const plan = planMove(start, TO, [standard('a', '办法'), standard('b', '铜排')]);
    expect([...applyMove(start, plan).places]).toEqual([
      ['a', ['BZ3.3']],
      ['b', ['o2']],
    ]);
    expect(plan.ownNodes).toMatchObject([
      { fromKey: 'o2', toKey: 'o2', parent: 'CP3.2', isMerged: false },
      { fromKey: 'o1', toKey: 'BZ3.3', isMerged: true },
    ]);
  });

  it('lets a person choose, also for what stands on a body itself', () => {
    const start = from({ s: ['J'], t: ['J05'] });
    const plan = planMove(start, TO, [standard('s', '总则'), standard('t', '工艺')]);
    expect(plan.rows[0]).toMatchObject({ id: 'J>', toKey: [], confidence: 0 });
    expect(applyMove(start, plan).places.has('s')).toBe(false);
    const moved = applyMove(start, plan, { 'J>': ['CP2.2'], 'J05>CP3.3': [] });
    expect([...moved.places]).toEqual([['s', ['CP2.2']]]);
    expect(() => applyMove(start, plan, { x: [] })).toThrow(StructureProblem);
    expect(() => applyMove(start, plan, { 'J>': ['x'] })).toThrow(StructureProblem);
  });

  it('goes from 2003 to 2017 only', () => {
    const start = { ...from({}), system: systemFromTemplate(TO) };
    expect(() => planMove(start, TO, [])).toThrow(/There is no move/u);
  });

  it('loses no standard: each is in a row for each of its places, or told as unplaced', () => {
    const register = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        title: fc.constantFrom('培训', '标准化评价', '应急预案', '产品', '包装标志'),
        level: fc.constantFrom('enterprise' as const, 'national' as const),
        nodes: fc.uniqueArray(fc.constantFrom(...keys2003), { maxLength: 3 }),
      }),
      { selector: ({ id }) => id, maxLength: 40 },
    );
    fc.assert(
      fc.property(register, (standards) => {
        const placed = standards.filter(({ nodes }) => nodes.length > 0);
        const start = from(Object.fromEntries(placed.map(({ id, nodes }) => [id, nodes])));
        const plan = planMove(start, TO, standards);
        const pairs = plan.rows.flatMap((row) => row.standards.map((id) => `${id} ${row.fromKey}`));
        const wanted = placed.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node}`));
        expect([...pairs].sort()).toEqual([...wanted].sort());
        expect(plan.unplaced).toHaveLength(standards.length - placed.length);
        const moved = applyMove(start, plan);
        expect(checkSystem(moved.system)).toEqual([]);
        for (const { id, nodes } of placed) {
          const isOnBody = nodes.every((node) => node === 'J' || node === 'G');
          expect(moved.places.has(id)).toBe(!isOnBody);
        }
      }),
      { numRuns: 100 },
    );
  });
});
