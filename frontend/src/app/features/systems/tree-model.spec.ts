import { applyOperations, systemFromTemplate, type SystemState } from '@liangxing/system-structure';
import { branchTallies, standardsByNode, treeIndexOf, treeRows } from './tree-model';

const system = systemFromTemplate('gb-t-15496-2003');
const index = treeIndexOf(system);
const state: SystemState = { system, places: new Map() };

describe('the rows of the tree', () => {
  it('are the bodies while nothing is open', () => {
    const rows = treeRows(system, index, new Set());
    expect(rows.map(({ node }) => node.key)).toEqual(['J', 'G', 'Z']);
    expect(rows[1]).toMatchObject({ level: 1, position: 2, siblings: 3, hasChildren: true });
  });

  it('stand below the node that is open', () => {
    const rows = treeRows(system, index, new Set(['J']));
    expect(rows[1]).toMatchObject({ level: 2, position: 1, siblings: 15, isExpanded: false });
    expect(rows).toHaveLength(3 + 15);
  });

  it('are what the filter finds with what is above it, opened', () => {
    const keys = treeRows(system, index, new Set(), '采购').map(({ node }) => node.key);
    expect(keys).toContain('J');
    expect(keys).toContain('J04');
    expect(keys).not.toContain('J01');
  });

  it('say that a trimmed branch is out', () => {
    const trimmed = applyOperations(state, [{ op: 'trim', key: 'J', reason: 'x' }]).state.system;
    const rows = treeRows(trimmed, treeIndexOf(trimmed), new Set(['J']));
    expect(rows.filter(({ isOut }) => isOut)).toHaveLength(1 + 15);
  });
});

describe('the counts of the tree', () => {
  const places = new Map([
    ['a', ['J01', 'G01']],
    ['b', ['J01']],
    ['c', ['J02']],
  ]);

  it('count each standard once, at its main place, up to the body', () => {
    const tallies = branchTallies(
      index,
      new Map([...places, ['d', ['J01']]]),
      (id) => id === 'b',
      (id) => id === 'd',
    );
    expect(tallies.get('J01')).toEqual({ existing: 1, expected: 2 });
    expect(tallies.get('J')).toEqual({ existing: 2, expected: 3 });
    expect(tallies.get('G')).toEqual({ existing: 0, expected: 0 });
  });

  it('list a standard in every node where it stands', () => {
    expect(standardsByNode(places).get('G01')).toEqual(['a']);
    expect(standardsByNode(places).get('J01')).toEqual(['a', 'b']);
  });
});
