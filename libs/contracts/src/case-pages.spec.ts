import { bodyMovesFrom, CASE_STATES, type CaseState, type LetterKind } from './case-life';
import { CASE_PAGES, nextStepIn, PAGE_OF_MOVE, pageStanding, workedOnIn } from './case-pages';

const told = (...kinds: readonly LetterKind[]) => kinds.map((kind) => ({ kind }));

describe('pages of a case', () => {
  it('are all open at some time, and every move of the body is made on an open one', () => {
    for (const page of CASE_PAGES) expect(workedOnIn(page)).not.toEqual([]);
    for (const state of CASE_STATES)
      for (const move of bodyMovesFrom(state))
        expect(pageStanding(PAGE_OF_MOVE[move], state, [])).toBe('open');
  });

  it('lead to the next step only where it can be taken, or to what came of it', () => {
    for (const state of CASE_STATES) {
      const next = nextStepIn(state);
      if (next === null || state === 'certified') continue;
      expect(pageStanding(next.page, state, [])).toBe('open');
    }
  });

  it.each([
    ['received', 'plan', 'ahead'],
    ['accepted', 'sheet', 'ahead'],
    ['planned', 'findings', 'ahead'],
    ['rectifying', 'conclusion', 'ahead'],
    ['rectifying', 'plan', 'open'],
    ['reviewing', 'sheet', 'readable'],
    ['publicity', 'findings', 'readable'],
    ['certified', 'plan', 'readable'],
    ['refused', 'conclusion', 'readable'],
    ['submitted', 'materials', 'open'],
    ['withdrawn', 'materials', 'readable'],
    ['withdrawn', 'plan', 'never'],
    ['rejected', 'conclusion', 'never'],
  ] as const)('at %s the %s is %s', (state, page, standing) => {
    expect(pageStanding(page, state, [])).toBe(standing);
  });

  it('are readable where the letters tell that somebody was there', () => {
    const returned = told('review_began', 'review_returned');
    expect(pageStanding('conclusion', 'rectifying', returned)).toBe('readable');
    expect(pageStanding('plan', 'withdrawn', told('accepted'))).toBe('readable');
    expect(pageStanding('sheet', 'withdrawn', told('accepted'))).toBe('never');
  });

  it('never come to be ahead again once they were there', () => {
    const order: readonly CaseState[] = CASE_STATES;
    for (const page of CASE_PAGES) {
      const standings = order.map((state) =>
        pageStanding(page, state, told('accepted', 'received')),
      );
      expect(standings.slice(standings.indexOf('open'))).not.toContain('ahead');
    }
  });
});
