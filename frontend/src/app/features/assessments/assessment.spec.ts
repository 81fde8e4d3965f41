import { emptyAnswer, isComplete } from './assessment';

describe('an answer on its way to the server', () => {
  it('waits while an item that does not apply has no reason', () => {
    expect(isComplete({ ...emptyAnswer, state: 'not_applicable' })).toBe(false);
    expect(isComplete({ ...emptyAnswer, state: 'not_applicable', reason: '  ' })).toBe(false);
    expect(isComplete({ ...emptyAnswer, state: 'not_applicable', reason: '没有这一过程' })).toBe(
      true,
    );
  });

  it('goes at once in every other state', () => {
    expect(isComplete({ ...emptyAnswer, state: 'assessed' })).toBe(true);
    expect(isComplete(emptyAnswer)).toBe(true);
  });
});
