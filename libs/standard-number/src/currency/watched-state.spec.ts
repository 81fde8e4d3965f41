import { changesSince, type WatchedState } from './watched-state';

const seen: WatchedState = {
  status: 'upcoming',
  isDue: false,
  inForceOn: '2026-03-01',
  endsOn: null,
  edition: null,
  replacedBy: ['GB/T 1-2020', 'GB/T 2-2020'],
};

describe('changesSince', () => {
  it('finds nothing where only the order of replacements differs', () => {
    expect(changesSince(seen, seen)).toEqual([]);
    expect(changesSince(seen, { ...seen, replacedBy: ['GB/T 2-2020', 'GB/T 1-2020'] })).toEqual([]);
  });

  it.each<[string, Partial<WatchedState>, readonly string[]]>([
    ['a state', { status: 'current' }, ['status']],
    ['a day that became known', { endsOn: '2027-01-01' }, ['endsOn']],
    ['a day that moved', { inForceOn: '2026-06-01' }, ['inForceOn']],
    ['what should be in force by now', { status: 'unknown', isDue: true }, ['status', 'isDue']],
    ['a new edition', { edition: 'GB/T 1-2026' }, ['edition']],
    ['a replacement less', { replacedBy: ['GB/T 1-2020'] }, ['replacedBy']],
  ])('names %s', (_name, change, expected) => {
    expect(changesSince(seen, { ...seen, ...change })).toEqual(expected);
  });
});
