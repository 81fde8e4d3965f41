import { ACTION_MOVES, ACTION_STATES } from './action-life';
import { ASSESSMENT_MOVES, ASSESSMENT_STATES } from './assessment-life';
import { DRAFT_MOVES, DRAFT_STATES } from './draft-life';
import { checkMoves, moveBetween, movesFrom, movesOf, verbsOf, type Moves } from './moves-of';
import { SCHEME_ENTRY_MOVES, SCHEME_ENTRY_STATES } from './scheme-entry-life';

const states = ['new', 'done'] as const;
const table = {
  finish: { from: ['new'], to: 'done' },
  reopen: { from: ['done'], to: 'new' },
} as const;

describe('a table of moves', () => {
  it('tells what can be done, and by which verb one state follows another', () => {
    expect(verbsOf(table)).toEqual(['finish', 'reopen']);
    expect(movesFrom(table, 'new')).toEqual(['finish']);
    expect(moveBetween(table, 'done', 'new')).toBe('reopen');
    expect(moveBetween(table, 'new', 'new')).toBeUndefined();
  });

  it('stops the start of what holds a wrong one, and says which and why', () => {
    expect(() => movesOf('boxes', [...states, 'lost'], table)).toThrow(
      'the moves of boxes: nothing leads to lost',
    );
    expect(movesOf('boxes', states, table)).toBe(table);
  });

  it.each<[string, Moves<string>, string]>([
    ['an unknown state', { ...table, lose: { from: ['new'], to: 'lost' } }, 'unknown state lost'],
    ['a state that nothing leads to', { reopen: table.reopen }, 'nothing leads to done'],
    ['a move from nowhere', { ...table, appear: { from: [], to: 'new' } }, 'begins nowhere'],
    ['a move to where it is', { ...table, rest: { from: ['new'], to: 'new' } }, 'to itself'],
    ['two verbs for one step', { ...table, end: table.finish }, 'finish and end are one step'],
  ])('is wrong with %s', (_what, wrong, said) => {
    expect(checkMoves(states, wrong).join('; ')).toContain(said);
  });
});

describe('the lives of what people work on', () => {
  it.each<[string, readonly string[], Moves<string>]>([
    ['a self-evaluation', ASSESSMENT_STATES, ASSESSMENT_MOVES],
    ['an enterprise standard', DRAFT_STATES, DRAFT_MOVES],
    ['a corrective action', ACTION_STATES, ACTION_MOVES],
    ['an entered scoring table', SCHEME_ENTRY_STATES, SCHEME_ENTRY_MOVES],
  ])('%s has a sound table', (_what, known, moves) => {
    expect(checkMoves(known, moves)).toEqual([]);
  });
});
