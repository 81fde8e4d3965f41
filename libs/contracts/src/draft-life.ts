import { movesFrom, movesOf } from './moves-of';

/** The life of an enterprise standard as its maker sees it. */
export const DRAFT_STATES = [
  'draft',
  'review',
  'approved',
  'in_force',
  'revised',
  'withdrawn',
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/**
 * Every move there is, by its verb: the whole table. `supersede` is nobody's choice: the old edition takes it when the
 * new one comes into force.
 */
export const DRAFT_MOVES = movesOf('drafts', DRAFT_STATES, {
  send_back: { from: ['review'], to: 'draft' },
  submit: { from: ['draft'], to: 'review' },
  reconsider: { from: ['approved'], to: 'review' },
  approve: { from: ['review'], to: 'approved' },
  bring_into_force: { from: ['approved'], to: 'in_force' },
  supersede: { from: ['in_force'], to: 'revised' },
  withdraw: { from: ['in_force', 'revised'], to: 'withdrawn' },
});
type DraftMove = keyof typeof DRAFT_MOVES;

/** Moves that a person asks for. */
export const DRAFT_VERBS = [
  'send_back',
  'submit',
  'reconsider',
  'approve',
  'bring_into_force',
  'withdraw',
] as const satisfies readonly DraftMove[];
export type DraftVerb = (typeof DRAFT_VERBS)[number];

/** What a person may do with one in this state, in the order of the table. */
export function draftVerbsFrom(state: DraftState): readonly DraftVerb[] {
  const moves: readonly DraftMove[] = movesFrom(DRAFT_MOVES, state);
  return DRAFT_VERBS.filter((verb) => moves.includes(verb));
}

/** Before its approval a draft may be changed and removed. */
export const isOpenDraft = (state: DraftState): boolean =>
  state === 'draft' || state === 'review' || state === 'approved';

/** Until it is approved the Word file of a draft may be replaced; what was approved is the text that comes into force. */
export const hasOpenFile = (state: DraftState): boolean => state === 'draft' || state === 'review';
