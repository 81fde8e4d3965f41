import { resultFigures } from './standard-import';

describe('the result of an import', () => {
  it('names as many rows as it lists, each for its reason', () => {
    const summary = {
      ...{ rows: 10, ok: 6, warnings: 1, errors: 1, duplicates: 2, blank: 4 },
      ...{ toInsert: 6, toUpdate: 1, unchanged: 0 },
    };
    expect(resultFigures({ summary })).toMatchObject({ leftOut: 3, errors: 1, repeated: 2 });
  });
});
