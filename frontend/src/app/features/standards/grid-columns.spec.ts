import fc from 'fast-check';
import { GRID_COLUMNS, moveInGrid, shownColumns, tracksOf } from './grid-columns';

const size = { rows: 100, columns: 5, screenful: 20 };

describe('moving in the register by keyboard', () => {
  it('stops at the edges', () => {
    expect(moveInGrid('ArrowUp', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(moveInGrid('ArrowRight', { row: 3, column: 4 }, size)).toEqual({ row: 3, column: 4 });
    expect(moveInGrid('PageDown', { row: 90, column: 1 }, size)).toEqual({ row: 99, column: 1 });
  });

  it('leaves other keys alone', () => {
    expect(moveInGrid('Tab', { row: 0, column: 0 }, size)).toBeUndefined();
  });
});

const keys = GRID_COLUMNS.map(({ key }) => key);

describe('the columns of the register', () => {
  it('show problems at every width as long as nobody has chosen', () => {
    for (const isNarrow of [true, false])
      expect(shownColumns(null, isNarrow).map(({ key }) => key)).toContain('problems');
  });

  it('are fewer where there is little room', () => {
    expect(tracksOf(shownColumns(null, true)).width).toBeLessThan(790);
    expect(tracksOf(shownColumns(null, false)).width).toBeLessThan(1060);
  });

  it('are those chosen, in their order, and always number and title', () => {
    fc.assert(
      fc.property(fc.subarray([...keys, 'gone']), fc.boolean(), (chosen, isNarrow) => {
        const shown = shownColumns(chosen, isNarrow).map(({ key }) => key);
        expect(shown).toEqual(
          keys.filter((key) => key === 'number' || key === 'title' || chosen.includes(key)),
        );
      }),
    );
  });
});
