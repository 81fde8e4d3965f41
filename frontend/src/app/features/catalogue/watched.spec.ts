import { type Watched, shownWatched } from './watched';

const state = {
  status: 'current',
  isDue: false,
  inForceOn: null,
  endsOn: null,
  edition: null,
  replacedBy: [],
} as const;
const watched = (number: string, more: Partial<Watched> = {}): Watched => ({
  ...{ id: number, number, title: '', level: 'national', now: state, seen: state, changes: [] },
  ...{ stamp: '', basis: 'none', source: '', checkedOn: null, standardId: null, verified: null },
  ...{ addedAt: '', addedByName: '' },
  ...more,
});

describe('followed standards', () => {
  const all = [
    watched('A'),
    watched('B', { now: { ...state, isDue: true } }),
    watched('C', { changes: ['status'] }),
  ];
  const numbers = (filter: Parameters<typeof shownWatched>[1]) =>
    shownWatched(all, filter).map(({ number }) => number);

  it('are shown with what changed first', () => {
    expect(numbers('all')).toEqual(['C', 'A', 'B']);
  });

  it('are narrowed to what changed, and to what should be in force by now', () => {
    expect(numbers('changed')).toEqual(['C']);
    expect(numbers('due')).toEqual(['B']);
  });
});
