import { movesFrom, movesOf } from './moves-of';

/**
 * The life of a scoring table that an enterprise enters from a copy it holds (GB/T 19273-2017, annex C): typed by one
 * person, its totals and thresholds typed again by another, and only where both agree a scheme of the enterprise.
 */
export const SCHEME_ENTRY_STATES = ['draft', 'checking', 'entered', 'given_up'] as const;
export type SchemeEntryState = (typeof SCHEME_ENTRY_STATES)[number];

/**
 * Every move there is, by its verb: the whole table. `confirm` is nobody's choice: it follows from a check in which both
 * agree. `revise` begins the next version; the one that was entered stays as it is.
 */
export const SCHEME_ENTRY_MOVES = movesOf('entered scoring tables', SCHEME_ENTRY_STATES, {
  submit: { from: ['draft'], to: 'checking' },
  reopen: { from: ['checking'], to: 'draft' },
  confirm: { from: ['checking'], to: 'entered' },
  revise: { from: ['entered'], to: 'draft' },
  give_up: { from: ['draft'], to: 'given_up' },
  resume: { from: ['given_up'], to: 'draft' },
});

/** Moves that a person asks for. */
export const SCHEME_ENTRY_VERBS = ['submit', 'reopen', 'revise', 'give_up', 'resume'] as const;
export type SchemeEntryVerb = (typeof SCHEME_ENTRY_VERBS)[number];

/** What a person may do with one in this state, in the order of the table. */
export function schemeEntryVerbsFrom(state: SchemeEntryState): readonly SchemeEntryVerb[] {
  return SCHEME_ENTRY_VERBS.filter((verb) => movesFrom(SCHEME_ENTRY_MOVES, state).includes(verb));
}
