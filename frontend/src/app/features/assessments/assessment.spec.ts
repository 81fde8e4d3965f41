import { emptyAnswer, isComplete, withApprovalField } from './assessment';

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

  it('waits while only a part of its approval is typed', () => {
    const proposed = { ...emptyAnswer, state: 'not_applicable', reason: '没有这一过程' } as const;
    const part = withApprovalField(null, 'by', '评价组');
    expect(part).toEqual({ by: '评价组', on: '', document: '' });
    expect(isComplete({ ...proposed, approval: part })).toBe(false);
    const more = withApprovalField(part, 'on', '2026-03-01');
    const whole = withApprovalField(more, 'document', '确认书 1 号');
    expect(isComplete({ ...proposed, approval: whole })).toBe(true);
  });

  it('has no approval left when every field of it is emptied again', () => {
    expect(withApprovalField({ by: '评价组', on: '', document: '' }, 'by', '')).toBeNull();
  });
});

describe('a readiness item judged by a person', () => {
  const judged = { ...emptyAnswer, state: 'met' } as const;

  it('waits for its reason, unless it was judged before reasons were asked for', () => {
    expect(isComplete(judged)).toBe(false);
    expect(isComplete({ ...judged, reason: '集团统一管理' })).toBe(true);
    expect(isComplete(judged, { state: 'met', reason: '' })).toBe(true);
    expect(isComplete(judged, { state: 'partly', reason: '' })).toBe(false);
  });
});
