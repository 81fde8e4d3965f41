import fc from 'fast-check';
import { changedList, listChanges } from './list-changes';

interface Row {
  readonly key: string;
  readonly value: number | null;
  readonly parts: readonly string[];
}

const keyOf = ({ key }: Row): string => key;
const rows = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    value: fc.option(fc.integer({ min: 0, max: 2 })),
    parts: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
  }),
  { maxLength: 12 },
);

describe('changes of a list', () => {
  it('lead from any list to any other', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const pieces = listChanges(before, after, keyOf);
        expect(changedList(before, pieces)).toEqual(after);
      }),
    );
  });

  it('name only the rows that are others', () => {
    const row = (key: string, value = 0): Row => ({ key, value, parts: [key] });
    const before = ['a', 'b', 'c', 'd'].map((key) => row(key));
    const after = [row('a'), row('b', 1), row('c'), row('d'), row('e')];
    expect(listChanges(before, after, keyOf)).toEqual([
      { from: 0, count: 1, rows: [row('b', 1)] },
      { from: 2, count: 2, rows: [row('e')] },
    ]);
    expect(listChanges(before, before, keyOf)).toEqual([{ from: 0, count: 4, rows: [] }]);
  });

  it('tell a list whole to whoever has none', () => {
    const after: Row[] = [{ key: 'a', value: null, parts: [] }];
    expect(listChanges([], after, keyOf)).toEqual([{ from: 0, count: 0, rows: after }]);
    expect(listChanges(after, [], keyOf)).toEqual([]);
  });
});
