import { movedTo, withMain, withoutPlace, withPlace } from './places-edits';

describe('the places of a standard', () => {
  it('move from one node to another and keep their rank', () => {
    expect(movedTo(['A', 'B'], 'A', 'C')).toEqual(['C', 'B']);
    expect(movedTo(['A', 'B'], 'B', 'C')).toEqual(['A', 'C']);
  });

  it('are never doubled', () => {
    expect(movedTo(['A', 'B'], 'A', 'B')).toEqual(['B']);
    expect(withPlace(['A'], 'A')).toEqual(['A']);
  });

  it('begin where there was none', () => {
    expect(movedTo([], undefined, 'A')).toEqual(['A']);
    expect(movedTo(['A'], 'X', 'B')).toEqual(['A', 'B']);
  });

  it('have one main place, the first', () => {
    expect(withMain(['A', 'B', 'C'], 'C')).toEqual(['C', 'A', 'B']);
    expect(withoutPlace(['A', 'B'], 'A')).toEqual(['B']);
  });
});
