import {
  noEfforts,
  applyChanges,
  isEmpty,
  joinChanges,
  noChanges,
  wholeNumbers,
  withoutChanges,
} from './effort-changes';

const stored = { ...noEfforts, version: 3, efforts: { a: 10, b: 20 }, excluded: ['x'] };

describe('changes of efforts', () => {
  it('go on top of what is stored and keep its version', () => {
    const changes = joinChanges(noChanges, {
      efforts: { b: 5 },
      months: { b: 2 },
      excluded: { x: false, y: true },
      horizon: 6,
    });
    expect(applyChanges(stored, changes)).toEqual({
      version: 3,
      efforts: { a: 10, b: 5 },
      months: { b: 2 },
      excluded: ['y'],
      horizon: 6,
    });
    expect(applyChanges(stored, noChanges)).toEqual(stored);
  });

  it('name an exclusion once', () => {
    expect(applyChanges(stored, { ...noChanges, excluded: { x: true } }).excluded).toEqual(['x']);
  });

  it('leave over what was changed again while they were being stored', () => {
    const sent = { ...noChanges, efforts: { a: 1, b: 2 }, excluded: { x: true }, horizon: 6 };
    const now = joinChanges(sent, { efforts: { b: 9, c: 4 }, months: { a: 3 } });
    expect(withoutChanges(now, sent)).toEqual({
      ...noChanges,
      efforts: { b: 9, c: 4 },
      months: { a: 3 },
    });
    expect(withoutChanges({ ...now, horizon: 24 }, sent).horizon).toBe(24);
    expect(isEmpty(withoutChanges(sent, sent))).toBe(true);
    expect(isEmpty(noChanges)).toBe(true);
  });

  it('become whole tenths within bounds', () => {
    expect(wholeNumbers({ a: 1.4, b: -3, c: 1e9 }, 100)).toEqual({ a: 1, b: 0, c: 100 });
  });
});
