import fc from 'fast-check';
import { isWording, type SystemOperation } from '../system/operation';
import { applyOperations } from '../system/operations';
import { systemFromTemplate } from '../system/system-tree';
import type { Places } from '../system/standard-system';
import { coverage } from './coverage';
import type { CoverageStandard } from './expectation';
import { expectationsOf } from './library/index';
import { nodeHoldings, rewordedHoldings } from './node-holdings';

const system = systemFromTemplate('gb-t-15496-2017');
const expected = expectationsOf('gb-t-15496-2017', 'manufacturing');

const holdingsOf = (standards: readonly CoverageStandard[], places: Places) => {
  const found = coverage(system, places, standards, 'manufacturing');
  const holdings = nodeHoldings(system, places, standards, found);
  return new Map(holdings.map((holding) => [holding.key, holding]));
};
const entry = (id: string, title: string, more: object = {}): CoverageStandard => ({
  id,
  number: `Q/ABC ${id}-2024`,
  title,
  level: 'enterprise',
  isPlanned: false,
  ...more,
});

describe('what a node holds', () => {
  it('counts what is in force with its branch, and what is out of force apart', () => {
    const standards = [
      entry('1', '采购控制程序'),
      entry('2', '旧采购规定', { isOutdated: true }),
      entry('3', '将来的采购规定', { isPlanned: true }),
    ];
    const places: Places = new Map(standards.map(({ id }) => [id, ['CP3.2']]));
    const holdings = holdingsOf(standards, places);
    for (const key of ['CP3.2', 'CP3', 'CP'])
      expect(holdings.get(key)).toMatchObject({ inForce: 1, outdated: 1, isTrimmed: false });
    expect(holdings.get('CP1')).toMatchObject({ inForce: 0, outdated: 0 });
  });

  it('names essential documents that are nowhere, only planned, or without a place', () => {
    const holding = (more: object, places: Places = new Map([['1', ['CP3.2']]])) =>
      holdingsOf([entry('1', '采购控制程序', more)], places).get('CP3.2')?.missing ?? [];
    const because = (list: readonly { because: string }[]) => new Set(list.map((m) => m.because));
    expect(because(holding({}, new Map([['1', []]])))).toContain('unplaced');
    expect(because(holding({ isPlanned: true }))).toContain('planned');
    expect(holding({}).length).toBeLessThan(holding({ isPlanned: true }).length);
  });

  it('adds up: a branch holds at most what its parts hold, and lacks all that they lack', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: expected.length - 1 }), { maxLength: 40 }),
        (indexes) => {
          const some = indexes.flatMap((index) => expected[index] ?? []);
          const standards = some.map(({ id, title }) => entry(id, title['zh-CN']));
          const holdings = holdingsOf(standards, new Map(some.map(({ id, node }) => [id, [node]])));
          for (const node of system.nodes) {
            const own = holdings.get(node.key);
            const parts = system.nodes.filter(({ parent }) => parent === node.key);
            if (parts.length === 0) continue;
            const below = parts.flatMap(({ key }) => holdings.get(key) ?? []);
            const sum = (of: (one: (typeof below)[number]) => number) =>
              below.reduce((all, one) => all + of(one), 0);
            expect(own?.inForce).toBeLessThanOrEqual(sum(({ inForce }) => inForce));
            expect(own?.missing.length).toBe(sum(({ missing }) => missing.length));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is the same under other names and codes, and so is the coverage', () => {
    const wordings = fc.array(
      fc.oneof(
        fc
          .record({ key: fc.constantFrom(...system.nodes), at: fc.nat(99) })
          .map(({ key: { key }, at }): SystemOperation => ({
            op: 'rename',
            key,
            name: { 'zh-CN': `名${at}`, en: `Name ${at}` },
          })),
        fc
          .constantFrom(null, ...system.nodes.slice(0, 9).map(({ key }) => key))
          .map((parent): SystemOperation => ({ op: 'renumber', parent })),
      ),
      { minLength: 1, maxLength: 6 },
    );
    const standards = expected.slice(0, 30).map(({ id, title }) => entry(id, title['zh-CN']));
    const places: Places = new Map(expected.slice(0, 20).map(({ id, node }) => [id, [node]]));
    const before = coverage(system, places, standards, 'manufacturing');
    const held = nodeHoldings(system, places, standards, before);
    fc.assert(
      fc.property(wordings, (operations) => {
        const { state, inverse } = applyOperations({ system, places }, operations);
        expect([...operations, ...inverse].every(isWording)).toBe(true);
        const after = coverage(state.system, places, standards, 'manufacturing');
        expect(after).toEqual(before);
        expect(rewordedHoldings(held, state.system)).toEqual(
          nodeHoldings(state.system, places, standards, after),
        );
      }),
      { numRuns: 50 },
    );
  });
});
