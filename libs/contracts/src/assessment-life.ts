import { movesFrom, movesOf, verbsOf } from './moves-of';

/**
 * The life of a self-evaluation: answered while it is open, fixed when it is closed, put away with everything of it
 * when it is archived. A dossier can be made of an open and of a closed one.
 */
export const ASSESSMENT_STATES = ['open', 'closed', 'archived'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** Every move there is, by its verb: the whole table. */
export const ASSESSMENT_MOVES = movesOf('self-evaluations', ASSESSMENT_STATES, {
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  archive: { from: ['closed'], to: 'archived' },
  restore: { from: ['archived'], to: 'closed' },
});
export type AssessmentMove = keyof typeof ASSESSMENT_MOVES;

export const ASSESSMENT_MOVE_NAMES = verbsOf(ASSESSMENT_MOVES);

/** What can be done with one in this state, in the order of the table. */
export function assessmentMovesFrom(state: AssessmentState): readonly AssessmentMove[] {
  return movesFrom(ASSESSMENT_MOVES, state);
}

/**
 * The one evaluation that every screen speaks of: the one that was chosen; without a choice, or where it is not here,
 * the newest open one, else the newest that is not archived.
 * @param newestFirst every evaluation of the enterprise
 */
export function chosenAssessment<
  One extends { readonly id: string; readonly state: AssessmentState },
>(newestFirst: readonly One[], chosenId?: string | null): One | null {
  return (
    newestFirst.find(({ id }) => id === chosenId) ??
    newestFirst.find(({ state }) => state === 'open') ??
    newestFirst.find(({ state }) => state === 'closed') ??
    null
  );
}
