import fc from 'fast-check';
import {
  applyOperation,
  applyOperations,
  checkPlaces,
  checkSystem,
  StructureProblem,
  systemFromTemplate,
  systemTree,
  type SystemOperation,
  type SystemState,
} from '../index';

const state = (
  templateId: 'gb-t-15496-2003' | 'gb-t-15496-2017' = 'gb-t-15496-2017',
  places: Record<string, readonly string[]> = {},
): SystemState => ({
  system: systemFromTemplate(templateId),
  places: new Map(Object.entries(places)),
});
const name = (zh: string) => ({ 'zh-CN': zh, en: zh });

function refusal(run: () => unknown): StructureProblem {
  try {
    run();
  } catch (problem) {
    if (problem instanceof StructureProblem) return problem;
    throw problem;
  }
  throw new Error('was not refused');
}

/** Keys that exist, keys that may come to exist, and one that never does. */
const KEYS = ['CP', 'CP1', 'CP3', 'CP3.2', 'BZ', 'BZ1.1', 'GW3', 'own-0', 'own-1', 'own-2', 'none'];
const key = fc.constantFrom(...KEYS);
const parent = fc.option(key, { nil: null });
const text = fc.constantFrom('采购', '变压器', '  ', '检验 ');
const code = fc.constantFrom('CP3.2', 'X1', 'X2', ' cp9 ', '');
const position = fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined });
const standardId = fc.constantFrom('s1', 's2', 's3', 's4');

const operation: fc.Arbitrary<SystemOperation> = fc.oneof(
  fc.record({
    op: fc.constant('add' as const),
    key,
    parent,
    position,
    code: fc.option(code, { nil: undefined }),
    name: text.map(name),
  }),
  fc.record({ op: fc.constant('rename' as const), key, name: text.map(name) }),
  fc.record({ op: fc.constant('recode' as const), key, code }),
  fc.record({ op: fc.constant('renumber' as const), parent }),
  fc.record({ op: fc.constant('move' as const), key, parent, position }),
  fc.record({ op: fc.constant('trim' as const), key, reason: text }),
  fc.record({ op: fc.constant('restore' as const), key }),
  fc.record({
    op: fc.constant('keep' as const),
    keys: fc.array(key, { maxLength: 2 }),
    isKept: fc.boolean(),
  }),
  fc.record({ op: fc.constant('remove' as const), key }),
  fc.record({
    op: fc.constant('decide' as const),
    expectation: fc.constantFrom('CP3.2/purchase', '__proto__'),
    decision: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('covered' as const), standardId }),
        fc.record({ kind: fc.constant('not_needed' as const), reason: text }),
      ),
      { nil: null },
    ),
  }),
  fc.record({
    op: fc.constant('place' as const),
    places: fc.dictionary(standardId, fc.array(key, { maxLength: 3 })),
  }),
);
const operations = fc.array(operation, { maxLength: 25 });

/** Applies what can be applied; what is refused must leave everything as it was. */
function applyAll(start: SystemState, list: readonly SystemOperation[]) {
  const steps: { before: SystemState; inverse: readonly SystemOperation[] }[] = [];
  let now = start;
  let refused = 0;
  for (const one of list) {
    const picture = JSON.stringify([now.system, [...now.places]]);
    try {
      const applied = applyOperation(now, one, { mayTrim: (node) => node !== 'CP' });
      steps.push({ before: now, inverse: applied.inverse });
      expect(JSON.stringify([now.system, [...now.places]])).toBe(picture);
      now = applied.state;
    } catch (problem) {
      if (!(problem instanceof StructureProblem)) throw problem;
      refused += 1;
      expect(JSON.stringify([now.system, [...now.places]])).toBe(picture);
    }
  }
  return { steps, now, refused };
}

describe('operations on a system', () => {
  it('are taken back by their inverse, one by one and all together, whatever the sequence', () => {
    let applied = 0;
    let refused = 0;
    fc.assert(
      fc.property(operations, fc.boolean(), (list, is2003) => {
        const start = is2003 ? state('gb-t-15496-2003') : state('gb-t-15496-2017', { s1: ['GW3'] });
        const run = applyAll(start, list);
        applied += run.steps.length;
        refused += run.refused;
        let now = run.now;
        for (const { before, inverse } of [...run.steps].reverse()) {
          now = applyOperations(now, inverse).state;
          expect(now).toEqual(before);
        }
        expect(now).toEqual(start);
      }),
      { numRuns: 300 },
    );
    // The arbitrary must reach both sides.
    expect(applied).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });

  it('keep a system sound: no problem, and no standard in a trimmed or missing node', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const { now } = applyAll(state(), list);
        expect(checkSystem(now.system)).toEqual([]);
        const rows = [...now.places].map(([id, nodes]) => ({ standardId: id, nodes }));
        expect(checkPlaces(now.system, rows)).toEqual([]);
        const tree = systemTree(now.system);
        expect(new Set(tree.nodes.map((node) => node.code)).size).toBe(tree.nodes.length);
      }),
      { numRuns: 200 },
    );
  });

  it('apply all or none, and name the one that is refused', () => {
    const list: SystemOperation[] = [
      { op: 'rename', key: 'CP3.2', name: name('采购与外包') },
      { op: 'recode', key: 'CP3.3', code: 'CP3.2' },
    ];
    const problem = refusal(() => applyOperations(state(), list));
    expect(problem.code).toBe('duplicate_code');
    expect(problem.params).toMatchObject({ operation: 1, key: 'CP3.3', otherKey: 'CP3.2' });
    expect(problem.text['zh-CN']).toBe(
      '编号“CP3.2”已用于“CP3.2 采购与外包”。请为“CP3.3 工艺／服务规范”换一个编号，如“CP3.9”，或先对该子体系重新编号。',
    );
    expect(problem.text.en).toContain('renumber');
  });

  it('name the node that was given the code, also where it stands before the other', () => {
    const problem = refusal(() =>
      applyOperations(state(), [{ op: 'recode', key: 'CP1', code: 'BZ2.1' }]),
    );
    expect(problem.params).toMatchObject({
      key: 'CP1',
      node: 'CP1 产品标准',
      other: 'BZ2.1 标准化组织与管理',
      free: 'CP6',
    });
    const free = applyOperation(state(), { op: 'recode', key: 'CP1', code: 'CP6' });
    expect(free.state.system.nodes.find(({ key }) => key === 'CP1')?.code).toBe('CP6');
  });

  it('number an added node after its siblings, and all anew by path and order', () => {
    const added = applyOperations(state(), [
      { op: 'add', key: 'own', parent: 'CP3', name: name('外包') },
      { op: 'move', key: 'own', parent: 'CP3', position: 1 },
      { op: 'add', key: 'deep', parent: 'own', name: name('外协加工') },
    ]);
    const codeOf = (from: SystemState, nodeKey: string) =>
      from.system.nodes.find((node) => node.key === nodeKey)?.code;
    expect(codeOf(added.state, 'own')).toBe('CP3.9');
    const renumbered = applyOperation(added.state, { op: 'renumber', parent: 'CP3' }).state;
    expect(
      ['CP3.1', 'own', 'deep', 'CP3.2', 'CP3.8'].map((one) => codeOf(renumbered, one)),
    ).toEqual(['CP3.1', 'CP3.2', 'CP3.2.1', 'CP3.3', 'CP3.9']);
  });

  it('leave no gap in the numbers where a node is trimmed', () => {
    const { state: after } = applyOperations(state(), [
      { op: 'trim', key: 'CP3.2', reason: '不采购' },
      { op: 'renumber', parent: null },
    ]);
    expect(systemTree(after.system).nodes.filter((node) => node.parent === 'CP3')).toMatchObject(
      ['计划', '规范', '检验', '纠正', '标识', '运输', '交付'].map((ending, at) => ({
        code: `CP3.${at + 1}`,
        name: { 'zh-CN': expect.stringContaining(ending) },
      })),
    );
  });

  it('renumber the form of 2003 to the codes of its template', () => {
    const start = state('gb-t-15496-2003');
    expect(applyOperation(start, { op: 'renumber', parent: null }).state).toEqual(start);
  });

  it('let codes be swapped by renumbering after a move', () => {
    const { state: after } = applyOperations(state(), [
      { op: 'move', key: 'CP4', parent: 'CP', position: 0 },
      { op: 'renumber', parent: null },
    ]);
    expect(after.system.nodes.find((node) => node.key === 'CP4')?.code).toBe('CP1');
    expect(after.system.nodes.find((node) => node.key === 'CP3.2')?.code).toBe('CP4.2');
  });
});

describe('refused operations', () => {
  const placed = state('gb-t-15496-2017', { s1: ['CP3.2', 'BZ1'], s2: ['CP3.2'] });
  const deep = Array.from({ length: 4 }, (_, at): SystemOperation => {
    const above = at === 0 ? 'CP3' : `d${at - 1}`;
    return { op: 'add', key: `d${at}`, parent: above, name: name(`第${at + 3}层`) };
  });
  const own: SystemOperation = { op: 'add', key: 'own', parent: 'CP', name: name('外包') };

  it.each<[string, SystemOperation[], string, string]>([
    ['an unknown node', [{ op: 'rename', key: 'x', name: name('a') }], 'unknown_node', '“x”'],
    [
      'a parent in the own branch',
      [{ op: 'move', key: 'CP', parent: 'CP3.2' }],
      'cyclic_parent',
      '“CP 产品实现标准体系”',
    ],
    ['itself as its parent', [{ op: 'move', key: 'CP3', parent: 'CP3' }], 'cyclic_parent', 'CP3'],
    [
      'a seventh level',
      [...deep, { op: 'add', key: 'd4', parent: 'd3', name: name('第七层') }],
      'too_deep',
      '第 7 层',
    ],
    [
      'a branch moved too deep',
      [...deep, { op: 'move', key: 'CP1', parent: 'd3' }],
      'too_deep',
      '',
    ],
    [
      'a trim without a reason',
      [{ op: 'trim', key: 'CP4', reason: ' ' }],
      'reason_required',
      '营销',
    ],
    [
      'a trim where standards stand',
      [{ op: 'trim', key: 'CP3', reason: '不生产' }],
      'has_standards',
      '2 项标准',
    ],
    ['removing a node of the template', [{ op: 'remove', key: 'CP4' }], 'template_node', '裁剪'],
    [
      'removing an own node with a template node in it',
      [own, { op: 'move', key: 'CP4', parent: 'own' }, { op: 'remove', key: 'own' }],
      'template_node',
      'CP4',
    ],
    [
      'removing an own node where a standard stands',
      [own, { op: 'place', places: { s1: ['own'] } }, { op: 'remove', key: 'own' }],
      'has_standards',
      '外包',
    ],
    [
      'a place in a trimmed branch',
      [
        { op: 'trim', key: 'CP4', reason: '不销售' },
        { op: 'place', places: { s1: ['CP4.1'] } },
      ],
      'trimmed_node',
      'CP4.1',
    ],
    [
      'a standard twice in one node',
      [{ op: 'place', places: { s1: ['CP4.1', 'CP4.1'] } }],
      'place_twice',
      's1',
    ],
    [
      'a node with standards moved below a trimmed one',
      [
        { op: 'trim', key: 'CP4', reason: '不销售' },
        { op: 'move', key: 'CP3.2', parent: 'CP4' },
      ],
      'has_standards',
      '采购',
    ],
    ['restoring what is there', [{ op: 'restore', key: 'CP4' }], 'not_trimmed', '营销'],
    ['a key that exists', [{ ...own, key: 'CP' }], 'duplicate_key', '“CP”'],
    ['a code in another writing', [{ ...own, code: 'ｃｐ３' }], 'duplicate_code', '外包'],
    ['a node without a name', [{ ...own, name: name(' ') }], 'name_missing', 'CP6'],
    ['half a position', [{ ...own, position: 0.5 }], 'bad_position', '0.5'],
  ])('refuses %s', (_, list, problemCode, words) => {
    const picture = JSON.stringify([placed.system, [...placed.places]]);
    const problem = refusal(() => applyOperations(placed, list));
    expect(problem.code).toBe(problemCode);
    expect(problem.text['zh-CN']).toContain(words);
    expect(problem.text['zh-CN'] + problem.text.en).not.toMatch(/\{\w+\}/u);
    expect(JSON.stringify([placed.system, [...placed.places]])).toBe(picture);
  });

  it('refuses trimming what every system has', () => {
    const problem = refusal(() =>
      applyOperation(
        state(),
        { op: 'trim', key: 'GW', reason: '没有岗位' },
        { mayTrim: (node) => node !== 'GW' },
      ),
    );
    expect(problem.code).toBe('not_trimmable');
  });
});
