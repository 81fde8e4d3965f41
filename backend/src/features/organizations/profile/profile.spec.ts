import { completenessOf, EMPTY_PROFILE } from './profile';

describe('how far a profile is filled', () => {
  it('counts a row only when something stands in it', () => {
    const none = completenessOf(EMPTY_PROFILE).done;
    const row = { code: '', name: '', duty: '' };
    expect(completenessOf({ ...EMPTY_PROFILE, departments: [row] }).done).toBe(none);
    const filled = { ...row, name: '质量部' };
    expect(completenessOf({ ...EMPTY_PROFILE, departments: [row, filled] }).done).toBe(none + 1);
  });

  it('does not wait for a level, which only historical schemes know', () => {
    expect(completenessOf(EMPTY_PROFILE).missing).not.toContain('targetLevel');
  });
});
