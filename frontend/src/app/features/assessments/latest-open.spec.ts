import type { Assessment } from './assessment';
import { assessmentToOpen } from './latest-open';

const assessment = (id: string, state: Assessment['state']): Assessment => ({
  id,
  state,
  version: 1,
  title: id,
  schemeId: 'gsp-2004',
  schemeVersion: '1',
  targetGrade: null,
  createdAt: '2026-01-01T00:00:00Z',
});
const list = [assessment('c', 'closed'), assessment('b', 'open'), assessment('a', 'open')];

describe('the self-evaluation that a page opens', () => {
  it('is the one that the address names, also when it is closed', () => {
    expect(assessmentToOpen(list, 'a')?.id).toBe('a');
    expect(assessmentToOpen(list, 'c')?.id).toBe('c');
  });

  it('is the newest open one where the address names none, or one that is not here', () => {
    expect(assessmentToOpen(list)?.id).toBe('b');
    expect(assessmentToOpen(list, 'gone')?.id).toBe('b');
  });

  it('is the newest where none is open, and none where there is none', () => {
    expect(assessmentToOpen(list.slice(0, 1))?.id).toBe('c');
    expect(assessmentToOpen([], 'a')).toBeNull();
  });
});
