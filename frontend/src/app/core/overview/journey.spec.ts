import type { OverviewDto } from '../api/generated/openapi';
import { journeyOf } from './journey';

const overview: OverviewDto = {
  profile: { done: 29, total: 29 },
  system: null,
  standards: { total: 180, existing: 180, byLevel: [], withProblems: 0, expired: 0 },
  assessment: {
    id: 'a',
    title: '自我评价',
    state: 'open',
    schemeId: 'gsp-2004',
    schemeVersion: '1.0.0',
    targetGrade: 'AAAA',
    basic: 37550,
    bonus: 5400,
    total: 42950,
    grade: 'AAA',
    routeId: null,
    reachesTarget: false,
    isProvisional: true,
    progress: { answered: 121, items: 121, bonusAnswered: 0, bonusItems: 10 },
    conditions: { total: 6, met: 5, unmet: 1, unanswered: 0 },
    readiness: null,
  },
  evidence: { files: 0, uses: 0, itemsWithEvidence: 0, fullMarksWithoutEvidence: 0 },
  actions: { open: 5, overdue: 0 },
  dossier: null,
  nextSteps: [],
};

const doneOf = (value: OverviewDto | null) =>
  journeyOf(value)
    .filter(({ isDone }) => isDone)
    .map(({ path }) => path);

describe('the journey to the dossier', () => {
  it('shows how complete the standard system is, and marks it when it is', () => {
    const system = { id: 's', completeness: 100, missing: 0, unplaced: 0 };
    expect(doneOf({ ...overview, system })).toContain('system');
    const steps = journeyOf({ ...overview, system: { ...system, completeness: 40, missing: 9 } });
    expect(steps.find(({ path }) => path === 'system')).toMatchObject({
      figure: '40%',
      isDone: false,
    });
  });

  it('begins with the conditions of the application, where the scheme names any', () => {
    const first = (conditions: NonNullable<OverviewDto['assessment']>['conditions']) => {
      const assessment = overview.assessment && { ...overview.assessment, conditions };
      return journeyOf({ ...overview, assessment })[0];
    };
    expect(journeyOf(null)[0]).toMatchObject({ path: 'conditions', isDone: false });
    expect(journeyOf(overview)[0]).toMatchObject({ figure: '5/6', isDone: false });
    expect(first({ total: 6, met: 6, unmet: 0, unanswered: 0 })?.isDone).toBe(true);
    expect(first({ total: 0, met: 0, unmet: 0, unanswered: 0 })?.path).toBe('profile');
  });

  it('marks nothing before the overview is known', () => {
    expect(doneOf(null)).toEqual([]);
  });

  it('marks what is complete and leaves the gap open below the target', () => {
    expect(doneOf(overview)).toEqual(['profile', 'standards', 'assessment']);
  });

  it('leaves the actions open while an item is not met, though none is registered', () => {
    const readiness = { essential: 32, essentialMet: 31, unmet: 5, next: null };
    const assessment = overview.assessment && { ...overview.assessment, readiness };
    const settled = { ...overview, actions: { open: 0, overdue: 0 } };
    expect(doneOf({ ...settled, assessment })).not.toContain('actions');
    const met = assessment && { ...assessment, readiness: { ...readiness, unmet: 0 } };
    expect(doneOf({ ...settled, assessment: met })).toContain('actions');
  });

  it('closes the gap at the target grade', () => {
    const assessment = overview.assessment && {
      ...overview.assessment,
      grade: 'AAAA',
      reachesTarget: true,
    };
    expect(doneOf({ ...overview, assessment })).toContain('gaps');
  });
});
