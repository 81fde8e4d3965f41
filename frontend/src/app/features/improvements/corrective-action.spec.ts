import { ACTION_MOVES, ACTION_STATES, moveBetween } from '@liangxing/contracts';
import {
  type CorrectiveAction,
  isOverdue,
  lacksForVerifying,
  passes,
  stateBetween,
  unrefusedTexts,
} from './corrective-action';

const action = (change: Partial<CorrectiveAction> = {}): CorrectiveAction => ({
  id: 'a',
  version: 1,
  number: 1,
  assessmentId: null,
  itemId: null,
  finding: '',
  cause: '',
  measure: '',
  owner: '质量部',
  ownerUserId: null,
  dueOn: '2026-05-01',
  state: 'open',
  result: '',
  verifiedBy: '',
  verifiedByUserId: null,
  verifiedOn: null,
  effort: null,
  createdAt: '2026-04-01T00:00:00.000Z',
  ...change,
});

describe('corrective actions', () => {
  it('are overdue from the day after they were due until they are done', () => {
    expect(isOverdue(action(), '2026-05-01')).toBe(false);
    expect(isOverdue(action(), '2026-05-02')).toBe(true);
    expect(isOverdue(action({ state: 'done' }), '2026-05-02')).toBe(false);
    expect(isOverdue(action({ dueOn: null }), '2026-05-02')).toBe(false);
  });

  it('pass each filter by their state', () => {
    const today = '2026-05-02';
    expect(passes(action({ state: 'in_progress' }), 'unfinished', today)).toBe(true);
    expect(passes(action({ state: 'verified' }), 'done', today)).toBe(false);
    expect(passes(action({ state: 'verified' }), 'verified', today)).toBe(true);
    expect(passes(action({ state: 'verified' }), 'all', today)).toBe(true);
  });

  it('lose no text that was written beside what the server refuses', () => {
    const fields = [{ path: 'verifiedBy', code: 'self_verified', message: '' }];
    const verified = { state: 'verified' as const, verifiedBy: '质量部' };
    expect(unrefusedTexts({ cause: '未复核', ...verified }, { fields })).toEqual({
      cause: '未复核',
    });
    expect(unrefusedTexts(verified, { fields })).toBeNull();
    expect(unrefusedTexts({ cause: '未复核' }, { fields: [] })).toBeNull();
  });

  it('come from every state to every other with one state between at most', () => {
    for (const from of ACTION_STATES)
      for (const to of ACTION_STATES.filter((state) => state !== from))
        expect(moveBetween(ACTION_MOVES, from, to) ?? stateBetween(from, to)).toBeDefined();
    expect(stateBetween('verified', 'open')).toBe('done');
  });
});

describe('verifying an action', () => {
  const told = { cause: '未复核', measure: '补做', result: '已补做', verifiedBy: '陆示例' };

  it('needs cause, measure, result and who verifies; blanks are nothing', () => {
    expect(lacksForVerifying(told)).toEqual([]);
    expect(lacksForVerifying({ ...told, cause: ' ', result: '' })).toEqual(['cause', 'result']);
    expect(lacksForVerifying({ ...told, verifiedBy: '' })).toEqual(['verifiedBy']);
  });
});
