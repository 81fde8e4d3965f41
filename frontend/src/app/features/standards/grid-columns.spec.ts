import { moveInGrid } from './grid-columns';

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
