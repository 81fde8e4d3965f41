import type { TeamRole } from './case-team';
import { isCalendarDay, plusDays } from './days';

/** A line of the agenda (日程): when which department is looked at, and by whom. */
export interface AgendaLine {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
  /** Of the enterprise; may be empty: everybody, as at the meetings. */
  readonly department: string;
  readonly content: string;
  /** Names, as they stand in the team. */
  readonly assessors: readonly string[];
}

/** 评价计划 (GB/T 19273-2017, 6): what the enterprise is asked to confirm. Days are `YYYY-MM-DD`. */
export interface PlanContent {
  readonly purpose: string;
  readonly scope: string;
  /** Standards and documents by which it is evaluated. */
  readonly basis: string;
  readonly method: string;
  readonly sampling: string;
  readonly from: string;
  readonly to: string;
  readonly agenda: readonly AgendaLine[];
  readonly team: readonly { readonly name: string; readonly role: TeamRole }[];
}

/** What a line of an agenda is: 首次会议, 评价, 末次会议. At a meeting are all of the team. */
export const AGENDA_KINDS = ['first_meeting', 'evaluation', 'closing_meeting'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** A line that is still drawn up: days that are not known are null, times and texts empty. */
export interface AgendaDraftLine {
  readonly kind: AgendaKind;
  readonly day: string | null;
  readonly from: string;
  readonly to: string;
  readonly department: string;
  readonly content: string;
  /** Ids of people of the team: two may have one name. */
  readonly assessors: readonly string[];
}

/** A plan that is still drawn up. */
export interface PlanDraft extends Omit<PlanContent, 'from' | 'to' | 'agenda' | 'team'> {
  readonly from: string | null;
  readonly to: string | null;
  readonly agenda: readonly AgendaDraftLine[];
}

/** Longest texts, and most lines of an agenda and people of a line. */
export const PLAN_LIMITS = { text: 4_000, content: 500, department: 200, lines: 200 } as const;

/** What is wrong with a draft, at a path like `agenda.2.day`; the code is one of `FIELD_MESSAGES`. */
export interface PlanProblem {
  readonly path: string;
  readonly code:
    | 'required'
    | 'not_date'
    | 'before_today'
    | 'before_start'
    | 'agenda_outside_days'
    | 'agenda_time'
    | 'agenda_time_order'
    | 'agenda_nobody'
    | 'agenda_not_in_team'
    | 'agenda_twice_at_once'
    | 'agenda_first_meeting'
    | 'agenda_closing_meeting';
}

const TEXTS = ['purpose', 'scope', 'basis', 'method', 'sampling'] as const;

/** `09:00`; of two such texts the later one is the larger. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * What has to be put right before a plan can be sent, in the order of the form.
 * @param team ids of those who belong to it
 * @param today `YYYY-MM-DD`
 */
export function planProblems(
  plan: PlanDraft,
  team: readonly string[],
  today: string,
): readonly PlanProblem[] {
  return [
    ...TEXTS.filter((path) => plan[path].trim() === '').map((path) => required(path)),
    ...problemsOfDays(plan, today),
    ...plan.agenda.flatMap((line, at) => problemsOfLine(plan, line, team, `agenda.${at}`)),
    ...problemsOfMeetings(plan.agenda),
    ...[...new Set(clashes(plan.agenda, team).map(({ second }) => second))].map(
      (at): PlanProblem => ({ path: `agenda.${at}.assessors`, code: 'agenda_twice_at_once' }),
    ),
  ];
}

const required = (path: string): PlanProblem => ({ path, code: 'required' });

function problemsOfDays({ from, to }: PlanDraft, today: string): readonly PlanProblem[] {
  const days = { from, to };
  const problems = (['from', 'to'] as const).flatMap((path): PlanProblem[] => {
    const day = days[path];
    if (day === null || day === '') return [required(path)];
    if (!isCalendarDay(day)) return [{ path, code: 'not_date' }];
    return day < today ? [{ path, code: 'before_today' }] : [];
  });
  if (from !== null && to !== null && to < from)
    problems.push({ path: 'to', code: 'before_start' });
  return problems;
}

function problemsOfLine(
  { from, to }: PlanDraft,
  line: AgendaDraftLine,
  team: readonly string[],
  path: string,
): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (line.day === null) problems.push(required(`${path}.day`));
  else if ((from !== null && line.day < from) || (to !== null && line.day > to))
    problems.push({ path: `${path}.day`, code: 'agenda_outside_days' });
  const times = (['from', 'to'] as const).filter((each) => !isTimeOfDay(line[each]));
  for (const each of times) problems.push({ path: `${path}.${each}`, code: 'agenda_time' });
  if (times.length === 0 && line.to <= line.from)
    problems.push({ path: `${path}.to`, code: 'agenda_time_order' });
  if (line.content.trim() === '') problems.push(required(`${path}.content`));
  if (line.kind !== 'evaluation') return problems;
  if (line.assessors.length === 0)
    problems.push({ path: `${path}.assessors`, code: 'agenda_nobody' });
  if (line.assessors.some((id) => !team.includes(id)))
    problems.push({ path: `${path}.assessors`, code: 'agenda_not_in_team' });
  return problems;
}

/** There is one first meeting before everything else, and one closing meeting behind it. */
function problemsOfMeetings(agenda: readonly AgendaDraftLine[]): readonly PlanProblem[] {
  const begins = ({ day, from }: AgendaDraftLine): string => `${day ?? ''} ${from}`;
  const [first, ...moreFirst] = agenda.filter(({ kind }) => kind === 'first_meeting');
  const [closing, ...moreClosing] = agenda.filter(({ kind }) => kind === 'closing_meeting');
  const problems: PlanProblem[] = [];
  const isFirst =
    first !== undefined && agenda.every((line) => line === first || begins(line) > begins(first));
  if (!isFirst || moreFirst.length > 0)
    problems.push({ path: 'agenda', code: 'agenda_first_meeting' });
  const isLast =
    closing !== undefined &&
    agenda.every((line) => line === closing || begins(line) < begins(closing));
  if (!isLast || moreClosing.length > 0)
    problems.push({ path: 'agenda', code: 'agenda_closing_meeting' });
  return problems;
}

/** Somebody who would be at two places at once: two lines of an agenda, by their index, the first one before. */
export interface AgendaClash {
  readonly person: string;
  readonly first: number;
  readonly second: number;
}

/**
 * Every two lines that ask for one person at one time. One line may begin when another ends; lines without day or times ask
 * for nobody yet.
 */
export function clashes(
  agenda: readonly AgendaDraftLine[],
  team: readonly string[],
): readonly AgendaClash[] {
  return agenda.flatMap((line, second) =>
    agenda.slice(0, second).flatMap((before, first) => {
      if (!overlap(before, line)) return [];
      const there = peopleAt(before, team);
      const both = [...new Set(peopleAt(line, team))].filter((person) => there.includes(person));
      return both.map((person) => ({ person, first, second }));
    }),
  );
}

/** Who is at a line of an agenda. */
export function peopleAt(
  { kind, assessors }: Pick<AgendaDraftLine, 'kind' | 'assessors'>,
  team: readonly string[],
): readonly string[] {
  return kind === 'evaluation' ? assessors : team;
}

function overlap(one: AgendaDraftLine, other: AgendaDraftLine): boolean {
  if (one.day === null || one.day !== other.day) return false;
  if (![one.from, one.to, other.from, other.to].every(isTimeOfDay)) return false;
  return one.from < other.to && other.from < one.to;
}

/** On which days a plan has somebody at work; all of them where its agenda names nobody yet. */
export function daysOfPerson(
  { from, to, agenda }: Pick<PlanDraft, 'from' | 'to' | 'agenda'>,
  person: string,
  team: readonly string[],
): readonly string[] {
  const lines = agenda.filter((line) => peopleAt(line, team).includes(person));
  return daysAtWork([...new Set(lines.flatMap(({ day }) => day ?? []))].sort(), from, to);
}

/** @param days that the agenda names, in order; none: all from the first to the last day of the plan */
export function daysAtWork(
  days: readonly string[],
  from: string | null,
  to: string | null,
): readonly string[] {
  return days.length > 0 || from === null || to === null ? days : daysBetween(from, to);
}

/** Days of a plan that are counted one by one. */
const MOST_DAYS = 60;

function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < MOST_DAYS; day = plusDays(day, 1)) days.push(day);
  return days;
}
