import { ACTION_MOVES, ACTION_STATES, moveBetween } from '@liangxing/contracts';
import type {
  CorrectiveActionDto,
  RouteCorrectionDto,
  WriteActionDto,
} from '../../core/api/generated/openapi';
import type { Problem } from '../../core/errors/problem';

export type CorrectiveAction = CorrectiveActionDto;
export type ActionState = CorrectiveAction['state'];
export type ActionChanges = WriteActionDto;
export type RouteCorrection = RouteCorrectionDto;

export const actionFilters = ['all', 'unfinished', 'overdue', 'done', 'verified'] as const;
export type ActionFilter = (typeof actionFilters)[number];

function isUnfinished({ state }: CorrectiveAction): boolean {
  return state === 'open' || state === 'in_progress';
}

const neededForVerifying = ['cause', 'measure', 'result', 'verifiedBy'] as const;

/** What is still to be told before an action can be verified, in the order of its form; the server asks for the same. */
export function lacksForVerifying(
  action: Pick<CorrectiveAction, (typeof neededForVerifying)[number]>,
): readonly (typeof neededForVerifying)[number][] {
  return neededForVerifying.filter((field) => action[field].trim() === '');
}

/** Past its day and not done. @param today `YYYY-MM-DD` */
export function isOverdue(action: CorrectiveAction, today: string): boolean {
  return isUnfinished(action) && action.dueOn !== null && action.dueOn < today;
}

export function passes(action: CorrectiveAction, filter: ActionFilter, today: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unfinished':
      return isUnfinished(action);
    case 'overdue':
      return isOverdue(action, today);
    case 'done':
    case 'verified':
      return action.state === filter;
  }
}

const texts = ['finding', 'cause', 'measure', 'result'] as const;

/** The texts of changes that the server refused for something else; null: there is nothing else in them. */
export function unrefusedTexts(
  changes: ActionChanges,
  { fields }: Pick<Problem, 'fields'>,
): ActionChanges | null {
  const refused = new Set(fields.map(({ path }) => path));
  const kept = texts.filter((name) => changes[name] !== undefined && !refused.has(name));
  if (kept.length === 0 || kept.length === Object.keys(changes).length) return null;
  return Object.fromEntries(kept.map((name) => [name, changes[name]]));
}

/** The state to pass through where no single move leads from one to another; undefined: there is none. */
export function stateBetween(from: ActionState, to: ActionState): ActionState | undefined {
  const leads = (one: ActionState, other: ActionState): boolean =>
    moveBetween(ACTION_MOVES, one, other) !== undefined;
  return ACTION_STATES.find((state) => leads(from, state) && leads(state, to));
}
