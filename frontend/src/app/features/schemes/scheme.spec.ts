import { cellOf, floorsOf, newestOf } from './scheme';

describe('the list of schemes', () => {
  it('names the newest version of each, in the order of the list', () => {
    const listed = [
      { id: 'own-a', version: '2.0.0' },
      { id: 'own-a', version: '1.0.0' },
      { id: 'gsp-2004', version: '1.0.0' },
    ];
    expect(newestOf(listed)).toEqual([listed[0], listed[2]]);
    expect(newestOf([])).toEqual([]);
  });
});

describe('a problem of a table', () => {
  it('stands in a cell, a row, a column or the whole sheet', () => {
    expect(cellOf({ column: 'O', row: 4 })).toBe('O4');
    expect(cellOf({ column: null, row: 4 })).toBe('4');
    expect(cellOf({ column: 'O', row: null })).toBe('O');
    expect(cellOf({ column: null, row: null })).toBe('');
  });
});

it('floors of a grade are those that were given, a floor of zero too', () => {
  expect(floorsOf({ total: 45_000, basic: 0 })).toEqual([
    { key: 'basic', points: 0 },
    { key: 'total', points: 45_000 },
  ]);
});
