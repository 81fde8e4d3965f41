import fc from 'fast-check';
import {
  addTallies,
  applyOperations,
  countStandards,
  keyTree,
  NO_STANDARDS,
  pathOf,
  placesByCode,
  STATISTICS_LEVELS,
  structureMatrix,
  systemFromTemplate,
  systemTree,
  tallyOf,
  type ListedStandard,
  type SystemOperation,
  type SystemState,
} from '../index';

const name = (zh: string) => ({ 'zh-CN': zh, en: zh });
const CHANGES: readonly SystemOperation[] = [
  { op: 'add', key: 'own', parent: 'CP3', position: 1, name: name('外包') },
  { op: 'add', key: 'own-leaf', parent: 'own', name: name('外协加工') },
  { op: 'add', key: 'body', parent: null, name: name('项目标准体系') },
  { op: 'move', key: 'CP4', parent: 'CP', position: 0 },
  { op: 'move', key: 'BZ9', parent: 'body' },
  { op: 'trim', key: 'CP5', reason: '不提供售后' },
  { op: 'renumber', parent: null },
];
const start: SystemState = { system: systemFromTemplate('gb-t-15496-2017'), places: new Map() };
const changed = applyOperations(start, CHANGES).state;
const shown = keyTree(changed.system).nodes.map(({ code }) => code);

const register = fc.array(
  fc.record({
    level: fc.constantFrom('national' as const, 'enterprise' as const, 'foreign' as const),
    isPlanned: fc.boolean(),
    keys: fc.uniqueArray(fc.constantFrom(...shown), { maxLength: 3 }),
  }),
  { maxLength: 50 },
);

describe("the tree of an enterprise's system", () => {
  it('shows own nodes and leaves out trimmed branches, with levels and orders of their own', () => {
    const tree = systemTree(changed.system);
    expect(tree.nodes.some((node) => node.name['zh-CN'].startsWith('售后'))).toBe(false);
    const leaf = tree.nodes.find((node) => node.name['zh-CN'] === '外协加工');
    expect(leaf).toMatchObject({ code: 'CP4.2.1', level: 4, parent: 'CP4.2', order: 1 });
    expect(pathOf(tree, 'CP4.2.1').map(({ code }) => code)).toEqual([
      'CP',
      'CP4',
      'CP4.2',
      'CP4.2.1',
    ]);
    expect(tree.nodes.find(({ code }) => code === 'A1')?.name['zh-CN']).toBe('法务和合同管理标准');
  });

  it('keeps places through every renumbering, and the key tree its codes', () => {
    const places = new Map([['s', ['CP3.2', 'CP5.1']]]);
    expect(placesByCode(changed.system, places).get('s')).toEqual(['CP4.3']);
    expect(keyTree(changed.system).nodes.find(({ code }) => code === 'CP3.2')?.name['zh-CN']).toBe(
      '采购',
    );
  });

  it('adds up in every direction, whatever stands where', () => {
    fc.assert(
      fc.property(register, (rows) => {
        const places = new Map(rows.map(({ keys }, at) => [String(at), keys]));
        const byCode = placesByCode(changed.system, places);
        const standards = rows.map(({ level, isPlanned }, at): ListedStandard => ({
          number: `Q/A ${at}-2020`,
          title: '标准',
          level,
          isPlanned,
          nodes: byCode.get(String(at)) ?? [],
        }));
        const tree = systemTree(changed.system);
        const matrix = structureMatrix(tree, standards);
        expect(matrix.at(-1)?.total).toEqual(tallyOf(standards));
        for (const level of STATISTICS_LEVELS) {
          const down = matrix
            .filter(({ kind }) => kind === 'body' || kind === 'unplaced')
            .map(({ cells }) => cells[level])
            .reduce(addTallies, NO_STANDARDS);
          expect(down).toEqual(matrix.at(-1)?.cells[level]);
        }
        const counts = countStandards(tree, standards);
        for (const node of tree.nodes) {
          const below = tree.nodes
            .filter(({ parent }) => parent === node.code)
            .map(({ code }) => counts.get(code)?.branch ?? NO_STANDARDS);
          const own = counts.get(node.code)?.own ?? NO_STANDARDS;
          expect(counts.get(node.code)?.branch).toEqual([own, ...below].reduce(addTallies));
        }
      }),
      { numRuns: 100 },
    );
  });
});
