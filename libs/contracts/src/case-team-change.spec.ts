import fc from 'fast-check';
import type { PlanContent } from './case-plan';
import { TEAM_ROLES } from './case-team';
import {
  planAsTold,
  planWithChanges,
  teamChange,
  type TeamChange,
  type ToldMember,
} from './case-team-change';

const ON = '2026-12-15';
const LEAD: ToldMember = { name: '陈组长', role: 'lead' };
const LI: ToldMember = { name: '李评价', role: 'assessor' };
const ZHAO: ToldMember = { name: '赵评价', role: 'assessor' };

const line = (day: string, department: string, ...assessors: readonly string[]) => ({
  ...{ day, from: '09:00', to: '10:00', department, content: '现场评价', assessors },
});
const PLAN: PlanContent = {
  ...{ purpose: '', scope: '', basis: '', method: '', sampling: '' },
  ...{ from: '2026-12-14', to: '2026-12-15', team: [LEAD, LI] },
  agenda: [
    line('2026-12-14', '', '陈组长', '李评价'),
    line('2026-12-14', '质量部', '李评价'),
    line('2026-12-15', '生产部', '李评价'),
    line('2026-12-15', '', '陈组长', '李评价'),
  ],
};
const assessorsOf = ({ agenda }: PlanContent) => agenda.map(({ assessors }) => assessors);

describe('a team that became another one', () => {
  it('is told by who left and who came, with their roles', () => {
    expect(teamChange([LEAD, LI], [LEAD, ZHAO], ON)).toEqual({
      ...{ on: ON, left: [LI], came: [ZHAO], team: [LEAD, ZHAO] },
    });
    expect(teamChange([LEAD, LI], [LI, LEAD], ON)).toBeNull();
  });

  it('tells two of one name apart, and somebody of another role', () => {
    expect(teamChange([LI, LI], [LI], ON)).toMatchObject({ left: [LI], came: [] });
    const asExpert = { ...LI, role: 'expert' } as const;
    expect(teamChange([LI], [asExpert], ON)).toMatchObject({ left: [LI], came: [asExpert] });
  });

  it('comes to the team that is there, whatever was told before', () => {
    const member = fc.record({
      name: fc.constantFrom('甲', '乙', '丙'),
      role: fc.constantFrom(...TEAM_ROLES),
    });
    const keys = (team: readonly ToldMember[]) =>
      team.map(({ name, role }) => `${role} ${name}`).sort();
    fc.assert(
      fc.property(fc.array(member), fc.array(member), (told, now) => {
        const change = teamChange(told, now, ON);
        if (change === null) expect(keys(told)).toEqual(keys(now));
        else {
          expect(keys(change.team)).toEqual(keys(now));
          expect(keys([...told, ...change.came])).toEqual(keys([...now, ...change.left]));
        }
        expect(teamChange(change?.team ?? told, now, ON)).toBeNull();
      }),
    );
  });
});

describe('a plan after a change of the team', () => {
  const change = (left: readonly ToldMember[], came: readonly ToldMember[]): TeamChange => ({
    ...{ on: ON, left, came },
    team: [...PLAN.team.filter((one) => !left.includes(one)), ...came],
  });

  it('names who came from its day on, and who was there before', () => {
    const after = planWithChanges(PLAN, [change([LI], [ZHAO])]);
    expect(after.team).toEqual([LEAD, ZHAO]);
    expect(assessorsOf(after)).toEqual([
      ...[['陈组长', '李评价'], ['李评价'], ['赵评价']],
      ['陈组长', '赵评价'],
    ]);
  });

  it('names nobody in the place of who left without a successor of the same role', () => {
    const expert = { name: '孙专家', role: 'expert' } as const;
    expect(assessorsOf(planWithChanges(PLAN, [change([LI], [])]))[2]).toEqual([]);
    expect(assessorsOf(planWithChanges(PLAN, [change([LI], [expert])])).slice(2)).toEqual([
      ...[[], ['陈组长', '孙专家']],
    ]);
  });

  it('keeps who becomes the lead where they evaluate, and names nobody twice', () => {
    const asLead = { ...LI, role: 'lead' } as const;
    const after = planWithChanges(PLAN, [change([LEAD, LI], [asLead])]);
    expect(assessorsOf(after).slice(2)).toEqual([['李评价'], ['李评价']]);
  });

  it('stays as it was where nothing changed', () => {
    expect(planWithChanges(PLAN, [])).toBe(PLAN);
  });
});

describe('the plan that both sides show', () => {
  it('is the newest that was sent, with what was told of the team since', () => {
    const change = teamChange([LEAD, LI], [LEAD, ZHAO], ON);
    const earlier = { ...PLAN, purpose: '旧' };
    const letters = [
      { kind: 'plan_sent', plan: earlier },
      { kind: 'team_changed', teamChange: teamChange([LEAD], [LI], '2026-12-01') },
      { kind: 'plan_sent', plan: PLAN },
    ];
    expect(planAsTold([])).toBeNull();
    expect(planAsTold(letters)).toEqual({ plan: PLAN, changedOn: null });
    const changed = planAsTold([...letters, { kind: 'team_changed', teamChange: change }]);
    expect(changed?.changedOn).toBe(ON);
    expect(changed?.plan.team).toEqual([LEAD, ZHAO]);
  });
});
