import { feedbackChip, isUnderWay, percentDone } from './maintenance';

describe('the maintenance of the catalogue', () => {
  it('waits for an import until it is done or has failed', () => {
    const states = ['preview', 'waiting', 'running', 'done', 'failed'] as const;
    expect(states.filter((state) => isUnderWay({ state }))).toEqual(['waiting', 'running']);
  });

  it('shows progress in whole percent, all of nothing too', () => {
    expect(percentDone({ rows: 3, rowsDone: 1 })).toBe(33);
    expect(percentDone({ rows: 0, rowsDone: 0 })).toBe(100);
  });

  it('calls for attention where a remark is open', () => {
    expect((['open', 'accepted', 'declined'] as const).map(feedbackChip)).toEqual([
      'warn',
      'good',
      '',
    ]);
  });
});
