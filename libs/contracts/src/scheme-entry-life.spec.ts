import {
  SCHEME_ENTRY_MOVES,
  SCHEME_ENTRY_STATES,
  SCHEME_ENTRY_VERBS,
  schemeEntryVerbsFrom,
} from './scheme-entry-life';

describe('the life of an entered scoring table', () => {
  it('leads from draft over checking to entered, and to no other state', () => {
    for (const { from, to } of Object.values(SCHEME_ENTRY_MOVES)) {
      expect(SCHEME_ENTRY_STATES).toEqual(expect.arrayContaining([...from]));
      expect(SCHEME_ENTRY_STATES).toContain(to);
    }
    const intoEntered = Object.entries(SCHEME_ENTRY_MOVES).filter(([, { to }]) => to === 'entered');
    expect(intoEntered).toEqual([['confirm', { from: ['checking'], to: 'entered' }]]);
  });

  it('gives nobody the verb that enters it: only a check in which both agree does', () => {
    expect(SCHEME_ENTRY_VERBS).not.toContain('confirm');
    expect(SCHEME_ENTRY_STATES.map(schemeEntryVerbsFrom)).toEqual([
      ['submit', 'give_up'],
      ['reopen'],
      ['revise'],
      ['resume'],
    ]);
  });
});
