import fc from 'fast-check';
import {
  AGENDA_KINDS,
  clashes,
  daysOfPerson,
  peopleAt,
  planProblems,
  type AgendaDraftLine,
  type PlanDraft,
} from './case-plan';
import { plusDays } from './days';

const TODAY = '2026-12-01';
const line = (facts: Partial<AgendaDraftLine>): AgendaDraftLine => ({
  ...{ kind: 'evaluation', day: '2026-12-14', from: '09:30', to: '10:30', department: '品管部' },
  ...{ content: '现场评价', assessors: ['a'] },
  ...facts,
});
const FIRST = line({ kind: 'first_meeting', from: '09:00', to: '09:30', assessors: [] });
const CLOSING = line({ kind: 'closing_meeting', from: '16:30', to: '17:00', assessors: [] });
const plan = (facts: Partial<PlanDraft> = {}): PlanDraft => ({
  ...{ purpose: '评价', scope: '全部', basis: 'GB/T 19273-2017', method: '查阅', sampling: '随机' },
  ...{ from: '2026-12-14', to: '2026-12-15', agenda: [FIRST, line({}), CLOSING] },
  ...facts,
});
const problemsOf = (facts: Partial<PlanDraft>, team = ['a', 'b']) =>
  planProblems(plan(facts), team, TODAY).map(({ path, code }) => `${path} ${code}`);

describe('a plan', () => {
  it('can be sent where everything stands in it', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('needs its texts and days, none of them before today', () => {
    expect(problemsOf({ purpose: ' ', from: null })).toEqual(['purpose required', 'from required']);
    expect(problemsOf({ from: '2026-11-30' })).toEqual(['from before_today']);
    expect(problemsOf({ to: '2026-12-13', agenda: [] })).toContain('to before_start');
  });

  it('has each line of its agenda on one of its days, from an earlier to a later time', () => {
    expect(problemsOf({ agenda: [FIRST, line({ day: '2026-12-16' }), CLOSING] })).toContain(
      'agenda.1.day agenda_outside_days',
    );
    expect(problemsOf({ agenda: [FIRST, line({ to: '09:30' }), CLOSING] })).toEqual([
      'agenda.1.to agenda_time_order',
    ]);
    expect(problemsOf({ agenda: [FIRST, line({ from: '', content: '' }), CLOSING] })).toEqual([
      ...['agenda.1.from agenda_time', 'agenda.1.content required', 'agenda agenda_first_meeting'],
    ]);
  });

  it('has somebody of the team at each line', () => {
    expect(problemsOf({ agenda: [FIRST, line({ assessors: [] }), CLOSING] })).toEqual([
      'agenda.1.assessors agenda_nobody',
    ]);
    expect(problemsOf({ agenda: [FIRST, line({ assessors: ['x'] }), CLOSING] })).toEqual([
      'agenda.1.assessors agenda_not_in_team',
    ]);
  });

  it('begins with one first meeting, and ends with one closing meeting', () => {
    expect(problemsOf({ agenda: [line({})] })).toEqual([
      ...['agenda agenda_first_meeting', 'agenda agenda_closing_meeting'],
    ]);
    const early = line({ from: '08:00', to: '09:00' });
    expect(problemsOf({ agenda: [early, FIRST, CLOSING] })).toEqual([
      'agenda agenda_first_meeting',
    ]);
    expect(problemsOf({ agenda: [FIRST, CLOSING, { ...CLOSING, day: '2026-12-15' }] })).toEqual([
      'agenda agenda_closing_meeting',
    ]);
  });

  it('has all of the team at its meetings', () => {
    const beside = line({ from: '09:15', to: '10:00', assessors: ['b'] });
    expect(problemsOf({ agenda: [FIRST, beside, CLOSING] })).toEqual([
      'agenda.1.assessors agenda_twice_at_once',
    ]);
  });

  it('names the days on which somebody is there', () => {
    const second = line({ day: '2026-12-15', assessors: ['b'] });
    const agenda = [FIRST, line({}), second];
    expect(daysOfPerson(plan({ agenda }), 'a', ['a', 'b'])).toEqual(['2026-12-14']);
    expect(daysOfPerson(plan({ agenda }), 'b', ['a', 'b'])).toEqual(['2026-12-14', '2026-12-15']);
    expect(daysOfPerson(plan({ agenda: [], to: '2026-12-16' }), 'a', ['a'])).toHaveLength(3);
  });
});

describe('somebody at two places at once', () => {
  const TEAM = ['a', 'b', 'c'];
  const timeOf = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const lines = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 2 }),
      start: fc.integer({ min: 0, max: 1400 }),
      length: fc.integer({ min: 1, max: 39 }),
      kind: fc.constantFrom(...AGENDA_KINDS),
      assessors: fc.uniqueArray(fc.constantFrom(...TEAM)),
    }),
    { maxLength: 12 },
  );

  it('is found exactly where a minute asks for one person twice', () => {
    fc.assert(
      fc.property(lines, (drawn) => {
        const agenda = drawn.map(({ day, start, length, kind, assessors }) =>
          line({
            ...{ day: plusDays(TODAY, day), from: timeOf(start), to: timeOf(start + length) },
            ...{ kind, assessors },
          }),
        );
        const asked = new Map<string, number>();
        for (const [index, { day, start, length }] of drawn.entries())
          for (const person of peopleAt(agenda[index] ?? FIRST, TEAM))
            for (let minute = start; minute < start + length; minute += 1) {
              const key = `${person} ${day} ${minute}`;
              asked.set(key, (asked.get(key) ?? 0) + 1);
            }
        const twice = new Set(
          [...asked].filter(([, times]) => times > 1).map(([key]) => key.split(' ')[0]),
        );
        expect(new Set(clashes(agenda, TEAM).map(({ person }) => person))).toEqual(twice);
      }),
    );
  });

  it('is nobody where one line begins when another ends, or nothing is known yet', () => {
    const next = line({ from: '10:30', to: '11:30' });
    expect(clashes([line({}), next], TEAM)).toEqual([]);
    expect(clashes([line({ day: null }), line({ day: null })], TEAM)).toEqual([]);
    expect(clashes([line({ from: '' }), line({})], TEAM)).toEqual([]);
  });
});
