import { applyChanges, isEmpty, noChanges, wholeEfforts, withoutChanges } from './effort-changes';

const stored = { version: 3, efforts: { a: 10, b: 20 }, excluded: ['x'] };

describe('changes of efforts', () => {
  it('go on top of what is stored and keep its version', () => {
    const changes = { efforts: { b: 5 }, excluded: { x: false, y: true } };
    expect(applyChanges(stored, changes)).toEqual({
      version: 3,
      efforts: { a: 10, b: 5 },
      excluded: ['y'],
    });
  });

  it('name an exclusion once', () => {
    expect(applyChanges(stored, { efforts: {}, excluded: { x: true } }).excluded).toEqual(['x']);
  });

  it('leave over what was changed again while they were being stored', () => {
    const sent = { efforts: { a: 1, b: 2 }, excluded: { x: true } };
    const now = { efforts: { a: 1, b: 9, c: 4 }, excluded: { x: true } };
    expect(withoutChanges(now, sent)).toEqual({ efforts: { b: 9, c: 4 }, excluded: {} });
    expect(isEmpty(withoutChanges(sent, sent))).toBe(true);
    expect(isEmpty(noChanges)).toBe(true);
  });

  it('become whole tenths within bounds', () => {
    expect(wholeEfforts({ a: 1.4, b: -3, c: 1e9 }, 100)).toEqual({ a: 1, b: 0, c: 100 });
  });
});
