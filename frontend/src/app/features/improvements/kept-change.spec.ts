import type { CorrectiveAction } from './corrective-action';
import { joinKept, withoutSettled } from './kept-change';

describe('changes of an action that the server has not taken', () => {
  const base = { id: 'a', cause: '', measure: '' } as CorrectiveAction;

  it('are joined on top of what the first of them was made upon', () => {
    const first = { base, changes: { cause: '培训不足' } };
    const second = { base: { ...base, cause: '培训不足' }, changes: { measure: '补训' } };
    expect(joinKept(joinKept(undefined, first), second)).toEqual({
      base,
      changes: { cause: '培训不足', measure: '补训' },
    });
  });

  it('go once they are settled, but not what was typed on meanwhile', () => {
    const kept = { base, changes: { cause: '培训不足，无记录', measure: '补训' } };
    expect(withoutSettled(kept, { cause: '培训不足', measure: '补训' })?.changes).toEqual({
      cause: '培训不足，无记录',
    });
    expect(withoutSettled(kept, kept.changes)).toBeNull();
  });
});
