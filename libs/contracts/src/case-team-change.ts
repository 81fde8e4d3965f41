import type { AgendaLine, PlanContent } from './case-plan';
import type { CaseState } from './case-life';

/** Somebody of a team as the enterprise is told: by name and role. */
export type ToldMember = PlanContent['team'][number];

/** What a letter tells of a team that became another one during the evaluation; frozen. */
export interface TeamChange {
  /** `YYYY-MM-DD`: from this day on. */
  readonly on: string;
  readonly left: readonly ToldMember[];
  readonly came: readonly ToldMember[];
  /** All who belong to it now. */
  readonly team: readonly ToldMember[];
}

/** While a change of the team is told by a letter; before it the enterprise confirms the team with the plan. */
export const TEAM_TOLD_STATES: readonly CaseState[] = ['evaluating', 'rectifying'];

/** Who is in `these` and not in `those`; two of one name and role are two. */
function without(
  these: readonly ToldMember[],
  those: readonly ToldMember[],
): readonly ToldMember[] {
  const rest = [...those];
  return these.filter(({ name, role }) => {
    const at = rest.findIndex((one) => one.name === name && one.role === role);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

/**
 * What has to be told of a team.
 * @param told as the enterprise knows it: of the plan that it confirmed, or of the last letter since
 * @param on `YYYY-MM-DD`
 * @returns null: it knows the team as it is
 */
export function teamChange(
  told: readonly ToldMember[],
  now: readonly ToldMember[],
  on: string,
): TeamChange | null {
  const [left, came] = [without(told, now), without(now, told)];
  if (left.length === 0 && came.length === 0) return null;
  const team = now.map(({ name, role }) => ({ name, role }));
  return { on, left: named(left), came: named(came), team };
}

const named = (people: readonly ToldMember[]): readonly ToldMember[] =>
  people.map(({ name, role }) => ({ name, role }));

/**
 * A plan with the names of who evaluates by now: in lines from the day of each change on, who came stands where one of the
 * same role left; lines of everybody name the whole team. Days that were over stay as they were.
 * @param changes in the order in which they were told
 */
export function planWithChanges(plan: PlanContent, changes: readonly TeamChange[]): PlanContent {
  return changes.reduce(withChange, plan);
}

/** A letter of the body as far as it tells of a plan or of a change of its team. */
export interface PlanLetter {
  readonly kind: string;
  readonly plan?: PlanContent | null;
  readonly teamChange?: TeamChange | null;
}

/**
 * The newest plan that was sent, with the names of who evaluates by now: what both sides show.
 * @param letters of the body, in the order in which they were written
 * @returns null: none was sent
 */
export function planAsTold(
  letters: readonly PlanLetter[],
): { readonly plan: PlanContent; readonly changedOn: string | null } | null {
  const at = letters.findLastIndex(({ kind }) => kind === 'plan_sent');
  const plan = letters[at]?.plan;
  if (!plan) return null;
  const changes = letters.slice(at).flatMap(({ teamChange }) => teamChange ?? []);
  return { plan: planWithChanges(plan, changes), changedOn: changes.at(-1)?.on ?? null };
}

function withChange(plan: PlanContent, { on, left, came, team }: TeamChange): PlanContent {
  const before = plan.team.map(({ name }) => name);
  const waiting = [...came];
  const successors = new Map(
    left.map(({ name, role }) => {
      const at = waiting.findIndex((one) => one.role === role);
      return [name, at === -1 ? undefined : waiting.splice(at, 1)[0]?.name] as const;
    }),
  );
  const agenda = plan.agenda.map((line) => {
    if (line.day < on) return line;
    if (isOfEverybody(line, before)) return { ...line, assessors: team.map(({ name }) => name) };
    const assessors = line.assessors.map((name) => {
      if (!successors.has(name)) return name;
      // Who only became something else evaluates there still.
      return successors.get(name) ?? (team.some((one) => one.name === name) ? name : undefined);
    });
    return {
      ...line,
      assessors: [...new Set(assessors.filter((name) => name !== undefined))],
    };
  });
  return { ...plan, team, agenda };
}

/** The meetings: no department, and all of the team. */
const isOfEverybody = ({ department, assessors }: AgendaLine, team: readonly string[]): boolean =>
  department === '' && team.every((name) => assessors.includes(name));
