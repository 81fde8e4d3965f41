import { CASE_STATES, type CaseState, type LetterKind } from '@liangxing/contracts';
import fc from 'fast-check';
import { stagesOf, stageTimes, type StageLetter } from './stage-times';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

function letter(
  kind: LetterKind,
  state: CaseState,
  on: number,
  { number = 1, seen = 0, by = 'body' as 'body' | 'enterprise' } = {},
): StageLetter {
  return { kind, state, writtenAt: day(on), writtenBy: by, number, seen };
}

const APPLICATION = [
  letter('submitted', 'submitted', 1, { by: 'enterprise' }),
  letter('received', 'received', 2, { number: 1, seen: 1 }),
  letter('check_started', 'checking', 4, { number: 2, seen: 1 }),
  letter('asked', 'checking', 5, { number: 3, seen: 1 }),
  letter('correction_requested', 'correcting', 8, { number: 4, seen: 1 }),
  letter('corrected', 'checking', 18, { number: 2, seen: 4, by: 'enterprise' }),
  letter('accepted', 'accepted', 19, { number: 5, seen: 2 }),
];

describe('the time that cases take', () => {
  it('is told by the letters that moved them, whoever wrote them', () => {
    expect(stagesOf(APPLICATION)).toEqual([
      { state: 'submitted', from: day(1), until: day(2) },
      { state: 'received', from: day(2), until: day(4) },
      { state: 'checking', from: day(4), until: day(8) },
      { state: 'correcting', from: day(8), until: day(18) },
      { state: 'checking', from: day(18), until: day(19) },
      { state: 'accepted', from: day(19), until: null },
    ]);
  });

  it('leaves out a letter that came too late to move anything', () => {
    const late = letter('corrected', 'checking', 9, { number: 3, seen: 1, by: 'enterprise' });
    const states = stagesOf([...APPLICATION.slice(0, 5), late]).map(({ state }) => state);
    expect(states).toEqual(['submitted', 'received', 'checking', 'correcting']);
  });

  it('is a median and what nine of ten keep, in tenths of a day', () => {
    const stages = [1, 2, 3, 4, 20].map((days) => ({
      ...{ state: 'checking' as const, from: day(1), until: day(1 + days) },
    }));
    const open = { state: 'accepted' as const, from: day(1), until: null };
    expect(stageTimes(CASE_STATES, [...stages, open])).toEqual([
      { state: 'checking', count: 5, median: 30, slow: 200 },
    ]);
  });

  it('lies between the shortest and the longest that there was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (all) => {
        const stages = all.map((days) => ({
          ...{ state: 'planned' as const, from: day(1), until: day(1 + days) },
        }));
        const [time] = stageTimes(CASE_STATES, stages);
        expect(time?.count).toBe(all.length);
        expect(time?.median).toBeGreaterThanOrEqual(Math.min(...all) * 10);
        expect(time?.slow).toBeLessThanOrEqual(Math.max(...all) * 10);
        expect(time?.median).toBeLessThanOrEqual(time?.slow ?? -1);
      }),
    );
  });
});
