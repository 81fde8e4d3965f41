import type { TeamMember } from '../plans';
import { wipeReason } from './device';

const now = new Date('2026-03-02T00:00:00Z');
const member: TeamMember = {
  ...{ userId: 'a', name: '李评价', role: 'assessor', addedAt: now, addedByName: '王芳' },
  removedAt: null,
};
const device = {
  ...{ userId: 'a', until: new Date('2026-03-03T00:00:00Z') },
  ...{ wipeAskedAt: null, endedAt: null },
};
const standing = { state: 'evaluating', team: [member], now } as const;

describe('a case that was taken along', () => {
  it('stays on the device while its assessor evaluates it', () => {
    expect(wipeReason(device, standing)).toBeNull();
  });

  it.each([
    ['somebody asked for it', { ...device, wipeAskedAt: now }, standing, 'asked'],
    ['it was given back', { ...device, endedAt: now }, standing, 'ended'],
    ['its time is over', { ...device, until: now }, standing, 'over'],
    [
      'its assessor left the team',
      device,
      { ...standing, team: [{ ...member, removedAt: now }] },
      'not_in_team',
    ],
    ['the case moved on', device, { ...standing, state: 'withdrawn' }, 'case_moved'],
  ] as const)('is deleted where %s', (_, held, found, reason) => {
    expect(wipeReason(held, found)).toBe(reason);
  });

  it('is nothing for an expert, who scores nothing', () => {
    const team = [{ ...member, role: 'expert' as const }];
    expect(wipeReason(device, { ...standing, team })).toBe('not_in_team');
  });
});
