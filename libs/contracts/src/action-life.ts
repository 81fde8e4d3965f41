import { movesOf } from './moves-of';

/**
 * The life of a corrective action: what was done is done only once somebody else has seen that it helped. Who may,
 * `WriteActions` of the server decides.
 */
export const ACTION_STATES = ['open', 'in_progress', 'done', 'verified'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** `verify` may follow at once: what was mended before it was written down need not be moved along. */
export const ACTION_MOVES = movesOf('corrective actions', ACTION_STATES, {
  begin: { from: ['open', 'done'], to: 'in_progress' },
  finish: { from: ['open', 'in_progress'], to: 'done' },
  verify: { from: ['open', 'in_progress', 'done'], to: 'verified' },
  put_off: { from: ['in_progress', 'done'], to: 'open' },
  reopen: { from: ['verified'], to: 'done' },
});
export type ActionMove = keyof typeof ACTION_MOVES;
