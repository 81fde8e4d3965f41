/**
 * The life of a self-evaluation: answered while it is open, fixed when it is closed, put away with everything of it
 * when it is archived. A dossier can be made of an open and of a closed one.
 */
export const ASSESSMENT_STATES = ['open', 'closed', 'archived'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

export interface AssessmentStep {
  readonly from: AssessmentState;
  readonly to: AssessmentState;
}

/** Every move there is, by its verb: the whole table. */
export const ASSESSMENT_MOVES = {
  close: { from: 'open', to: 'closed' },
  reopen: { from: 'closed', to: 'open' },
  archive: { from: 'closed', to: 'archived' },
  restore: { from: 'archived', to: 'closed' },
} as const satisfies Record<string, AssessmentStep>;
export type AssessmentMove = keyof typeof ASSESSMENT_MOVES;

export const ASSESSMENT_MOVE_NAMES = Object.keys(ASSESSMENT_MOVES) as readonly AssessmentMove[];

/** What can be done with one in this state, in the order of the table. */
export function assessmentMovesFrom(state: AssessmentState): readonly AssessmentMove[] {
  return ASSESSMENT_MOVE_NAMES.filter((move) => ASSESSMENT_MOVES[move].from === state);
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
