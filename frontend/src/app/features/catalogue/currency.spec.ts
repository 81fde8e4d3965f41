import {
  type Candidate,
  type CurrencyRow,
  chipOf,
  offered,
  shownStates,
  stateKeyOf,
} from './currency';

const candidate = (identity: string, isListed: boolean): Candidate => ({
  identity,
  number: identity,
  title: '',
  status: 'current',
  inForceOn: null,
  isPartial: false,
  isTold: true,
  isListed,
});

describe('the currency report', () => {
  it('says of what is due that it is to be looked up, and of all else its state', () => {
    expect(stateKeyOf({ status: 'unknown', isDue: true })).toBe('catalogue.due');
    expect(stateKeyOf({ status: 'unknown', isDue: false })).toBe('catalogue.states.unknown');
  });

  it('is loud only about what is out of force, and never shows the unknown as good', () => {
    expect(['replaced', 'withdrawn', 'ending', 'unknown', 'current'].map(chipOf as never)).toEqual([
      'block',
      'block',
      'warn',
      '',
      'good',
    ]);
  });

  it('does not offer what the register lists already', () => {
    const row = { candidates: [candidate('A', true), candidate('B', false)] } as unknown;
    expect(offered(row as CurrencyRow).map(({ identity }) => identity)).toEqual(['B']);
  });

  it('offers filters for states that occur and for the chosen one', () => {
    const counts = {
      replaced: 2,
      withdrawn: 0,
      ending: 0,
      upcoming: 0,
      unpublished: 0,
      unknown: 1,
      current: 0,
    };
    expect(shownStates(counts, '')).toEqual(['replaced', 'unknown']);
    expect(shownStates(counts, 'current')).toEqual(['replaced', 'unknown', 'current']);
  });
});
