import fc from 'fast-check';
import {
  applyMove,
  applyOperation,
  applyOperations,
  checkSystem,
  EXPECTATIONS,
  planMove,
  STRUCTURE_TEMPLATES,
  StructureProblem,
  systemFromTemplate,
  trimmedKeys,
  type SystemOperation,
  type SystemState,
} from '../../index';

const TO = 'gb-t-15496-2017';
const START: SystemState = {
  system: systemFromTemplate('gb-t-15496-2003'),
  places: new Map(),
};
const name = (zh: string) => ({ 'zh-CN': zh, en: zh });
const after = (...operations: SystemOperation[]): SystemState =>
  applyOperations(START, operations).state;

function moved(from: SystemState) {
  const standards = [...from.places.keys()].map((id) => ({
    id,
    title: '办法',
    level: 'enterprise' as const,
  }));
  const plan = planMove(from, TO, standards);
  const to = applyMove(from, plan);
  const node = (key: string) => to.system.nodes.find((one) => one.key === key);
  return { plan, to, node };
}

describe('the move carries what an enterprise decided', () => {
  it('own nodes below the counterpart of their parent, with their standards', () => {
    const { node, to } = moved(
      after(
        { op: 'add', key: 'a', parent: 'J04', name: name('铜材'), code: 'CU' },
        { op: 'add', key: 'b', parent: 'a', name: name('铜排') },
        { op: 'add', key: 'c', parent: null, name: name('党建体系'), code: 'D' },
        { op: 'place', places: { s: ['b', 'J05'] } },
      ),
    );
    expect(node('a')).toMatchObject({ parent: 'CP3.2', code: 'CU', origin: 'own' });
    expect(node('b')).toMatchObject({ parent: 'a', code: 'CU.1' });
    expect(node('c')).toMatchObject({ parent: null, code: 'D' });
    expect(to.places.get('s')).toEqual(['b', 'CP3.3']);
  });

  it('a trim with its reason, only where all of the same subject is trimmed', () => {
    const one = moved(after({ op: 'trim', key: 'J09', reason: '不安装' }));
    expect(one.node('CP3.8')?.trimmed).toBeNull();
    expect(one.plan.decisions).toMatchObject([{ kind: 'trim', fromKey: 'J09', toKey: null }]);
    expect(one.plan.decisions[0]?.reason['zh-CN']).toBe(
      'CP3.8 产品交付 还包含“G10 安装、交付管理标准”，后者的决定不同',
    );
    const all = moved(
      after(
        { op: 'trim', key: 'J09', reason: '不安装' },
        { op: 'trim', key: 'G10', reason: '顾客自提' },
        { op: 'trim', key: 'Z02.1', reason: '扁平管理' },
      ),
    );
    expect(all.node('CP3.8')?.trimmed).toBe('不安装；顾客自提');
    expect(all.node('GW2.1')?.trimmed).toBe('扁平管理');
  });

  it('no trim of what is used: the standards win, and a person decides anew', () => {
    const { plan, node, to } = moved(
      after(
        { op: 'trim', key: 'J02', reason: '来图加工' },
        { op: 'trim', key: 'G03', reason: '来图加工' },
        { op: 'place', places: { s: ['J01'] } },
      ),
    );
    expect(to.places.get('s')).toEqual(['CP2.2']);
    expect(node('CP2')?.trimmed).toBeNull();
    expect(plan.decisions.map(({ toKey }) => toKey)).toEqual([null, null]);
    const free = after(
      { op: 'trim', key: 'J09', reason: '不安装' },
      { op: 'trim', key: 'G10', reason: '不安装' },
      { op: 'place', places: { s: ['J05'] } },
    );
    const chosen = applyMove(free, moved(free).plan, { 'J05>CP3.3': ['CP3.8'] });
    expect(moved(free).node('CP3.8')?.trimmed).toBe('不安装');
    expect(chosen.system.nodes.find(({ key }) => key === 'CP3.8')?.trimmed).toBeNull();
    expect(chosen.places.get('s')).toEqual(['CP3.8']);
  });

  it('names, codes of its own, kept nodes and decisions on documents', () => {
    const { node, to, plan } = moved(
      after(
        { op: 'rename', key: 'J05', name: name('工艺和装配') },
        { op: 'recode', key: 'J05', code: 'GY' },
        { op: 'recode', key: 'J06', code: 'J99' },
        { op: 'rename', key: 'G02', name: name('综合') },
        { op: 'keep', keys: ['Z03.1'], isKept: true },
        {
          op: 'decide',
          expectation: 'G04/purchase-control',
          decision: { kind: 'covered', standardId: 's' },
        },
      ),
    );
    expect(node('CP3.3')).toMatchObject({ code: 'GY', name: name('工艺和装配') });
    expect(node('GW3.1')?.isKept).toBe(true);
    expect(to.system.decisions).toEqual({
      'CP3.2/purchase-control': { kind: 'covered', standardId: 's' },
    });
    expect(plan.decisions.filter(({ toKey }) => toKey === null)).toMatchObject([
      { kind: 'name', fromKey: 'G02', text: { 'zh-CN': '综合' } },
    ]);
  });

  it('knows the expected document of the 2017 form for every one of the 2003 form', () => {
    const old = EXPECTATIONS.filter(({ template }) => template !== TO);
    const { plan, to } = moved(
      after(
        ...old.map(({ id }): SystemOperation => {
          return { op: 'decide', expectation: id, decision: { kind: 'not_needed', reason: id } };
        }),
      ),
    );
    expect(plan.decisions.filter(({ toKey }) => toKey === null)).toEqual([]);
    expect(Object.keys(to.system.decisions)).toHaveLength(old.length);
  });
});

const shipped = STRUCTURE_TEMPLATES['gb-t-15496-2003'].nodes.map(({ code }) => code);
// One own key is taken by a node of the 2017 form.
const own = ['o1', 'o2', 'o3', 'o4', 'CP3.2'];
const key = fc.constantFrom(...shipped, ...own, ...own, ...own);
const title = fc.constantFrom('铜材', '绩效管理', '采购', '党建');
const operation: fc.Arbitrary<SystemOperation> = fc.oneof(
  fc.record({
    op: fc.constant('add' as const),
    key: fc.constantFrom(...own),
    parent: fc.option(key, { nil: null }),
    code: fc.option(fc.constantFrom('CU', 'CP3.3', 'K'), { nil: undefined }),
    name: title.map(name),
  }),
  fc.record({ op: fc.constant('rename' as const), key, name: title.map(name) }),
  fc.record({
    op: fc.constant('recode' as const),
    key,
    code: fc.constantFrom('X', 'CP1', 'BZ1.1'),
  }),
  fc.record({ op: fc.constant('move' as const), key, parent: fc.option(key, { nil: null }) }),
  fc.record({ op: fc.constant('trim' as const), key, reason: fc.constantFrom('甲', '乙') }),
  fc.record({ op: fc.constant('keep' as const), keys: fc.array(key), isKept: fc.boolean() }),
  fc.record({ op: fc.constant('renumber' as const), parent: fc.constant(null) }),
  fc.record({
    op: fc.constant('place' as const),
    places: fc.dictionary(fc.constantFrom('s', 't', 'u'), fc.uniqueArray(key, { maxLength: 2 })),
  }),
);

/** A system after whatever could be done of what was asked. */
const built = fc.array(operation, { maxLength: 40 }).map((operations) => {
  let state = START;
  for (const one of operations) {
    try {
      ({ state } = applyOperation(state, one));
    } catch (problem) {
      if (!(problem instanceof StructureProblem)) throw problem;
    }
  }
  return state;
});

describe('the move of any system', () => {
  it('is sound, loses no own node and no standard, and hides nothing that was in use', () => {
    fc.assert(
      fc.property(built, (from) => {
        const { plan, to } = moved(from);
        expect(checkSystem(to.system)).toEqual([]);
        const [wasOut, isOut] = [trimmedKeys(from.system), trimmedKeys(to.system)];
        const keys = new Set(to.system.nodes.map((node) => node.key));
        const owns = from.system.nodes.filter(({ origin }) => origin === 'own');
        expect(plan.ownNodes.map(({ fromKey }) => fromKey)).toEqual(owns.map((node) => node.key));
        for (const { fromKey, toKey } of plan.ownNodes) {
          expect(keys.has(toKey)).toBe(true);
          expect(isOut.has(toKey)).toBe(wasOut.has(fromKey));
        }
        for (const [id, nodes] of from.places) {
          for (const { fromKey, toKey } of plan.ownNodes) {
            if (nodes.includes(fromKey)) expect(to.places.get(id)).toContain(toKey);
          }
        }
        for (const places of to.places.values()) {
          for (const place of places) expect(isOut.has(place)).toBe(false);
        }
        for (const { kind, toKey, text } of plan.decisions) {
          const node = to.system.nodes.find((one) => one.key === toKey);
          if (kind === 'trim' && toKey !== null) {
            expect(node?.trimmed?.split('；')).toContain(text['zh-CN']);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the old system exactly as it was, so that leaving the new one takes it all back', () => {
    fc.assert(
      fc.property(built, (from) => {
        const before = structuredClone(from);
        const first = moved(from);
        expect(from).toEqual(before);
        expect(moved(from)).toEqual({ ...first, node: expect.any(Function) });
      }),
      { numRuns: 50 },
    );
  });
});
