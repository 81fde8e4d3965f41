import { applyOperations, systemFromTemplate } from '@liangxing/system-structure';
import { dropMove, isWithin, stepMove, zoneAt, type MoveOperation } from './node-moves';
import { treeIndexOf } from './tree-model';

const system = systemFromTemplate('gb-t-15496-2003');
const index = treeIndexOf(system);

/** Keys of the children of that parent after the move. */
function after(move: MoveOperation | undefined, parent: string | null): readonly string[] {
  if (move === undefined) throw new Error('There is no move');
  const { state } = applyOperations({ system, places: new Map() }, [move]);
  return (treeIndexOf(state.system).children.get(parent) ?? []).map(({ key }) => key);
}

describe('a step with the keyboard', () => {
  it('goes up and down among the siblings and stops at the ends', () => {
    expect(after(stepMove(index, 'J02', 'up'), 'J').slice(0, 2)).toEqual(['J02', 'J01']);
    expect(after(stepMove(index, 'J02', 'down'), 'J').slice(1, 3)).toEqual(['J03', 'J02']);
    expect(stepMove(index, 'J01', 'up')).toBeUndefined();
    expect(stepMove(index, 'J15', 'down')).toBeUndefined();
  });

  it('goes into the sibling above, and out to behind the parent', () => {
    expect(after(stepMove(index, 'J02', 'in'), 'J01')).toEqual(['J02']);
    expect(after(stepMove(index, 'J02', 'out'), null)).toEqual(['J', 'J02', 'G', 'Z']);
    expect(stepMove(index, 'J01', 'in')).toBeUndefined();
    expect(stepMove(index, 'J', 'out')).toBeUndefined();
  });
});

describe('a node let go on another', () => {
  it('stands before or after it, whichever way it came', () => {
    expect(after(dropMove(index, 'J04', 'J02', 'before'), 'J').slice(0, 4)).toEqual([
      'J01',
      'J04',
      'J02',
      'J03',
    ]);
    expect(after(dropMove(index, 'J01', 'J03', 'after'), 'J').slice(0, 3)).toEqual([
      'J02',
      'J03',
      'J01',
    ]);
  });

  it('stands within it, at the end', () => {
    expect(after(dropMove(index, 'J04', 'G', 'inside'), 'G').at(-1)).toBe('J04');
  });

  it('does nothing where it stands already, on itself or within its own branch', () => {
    expect(dropMove(index, 'J02', 'J01', 'after')).toBeUndefined();
    expect(dropMove(index, 'J02', 'J', 'inside')).toBeUndefined();
    expect(dropMove(index, 'J', 'J', 'inside')).toBeUndefined();
    expect(dropMove(index, 'J', 'J01', 'inside')).toBeUndefined();
  });

  it('knows its branch and the part of the row', () => {
    expect(isWithin(index, 'J01', 'J')).toBe(true);
    expect(isWithin(index, 'G01', 'J')).toBe(false);
    expect([zoneAt(2, 30), zoneAt(15, 30), zoneAt(29, 30)]).toEqual(['before', 'inside', 'after']);
  });
});
