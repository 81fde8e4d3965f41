import { movedCount, openRows, targetOf } from './move-choices';
import type { MoveRow } from './system';

const row = (id: string, toKey: readonly string[], standards: readonly string[]): MoveRow => ({
  id,
  fromKey: id,
  toKey,
  standards,
  confidence: 0.8,
  reason: '',
});
const rows = [row('a', ['CP1'], ['1', '2']), row('b', [], ['2', '3']), row('c', [], [])];

describe('the choices of a move', () => {
  it('are open where standards have no target and nobody has chosen', () => {
    expect(openRows(rows, {}).map(({ id }) => id)).toEqual(['b']);
    expect(openRows(rows, { b: [] })).toEqual([]);
  });

  it('go before the proposal', () => {
    const [first] = rows;
    if (first === undefined) throw new Error('no row');
    expect(targetOf(first, {})).toEqual(['CP1']);
    expect(targetOf(first, { a: ['BZ1'] })).toEqual(['BZ1']);
  });

  it('count every standard that finds a place once', () => {
    expect(movedCount(rows, {})).toBe(2);
    expect(movedCount(rows, { b: ['BZ1'] })).toBe(3);
    expect(movedCount(rows, { a: [], b: ['BZ1'] })).toBe(2);
  });
});
