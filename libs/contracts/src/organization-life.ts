import { movesFrom, movesOf } from './moves-of';
import { ORGANIZATION_KINDS, type AnyRole, type OrganizationKind } from './organization-kinds';

/**
 * The life of an organization: it waits until the platform has looked at its application, is open, and can be suspended,
 * when its own people read and take out what they have and nobody works for others in its name. One that its owner closes
 * can be read, taken out and restored for a while; then it is deleted: nobody enters, and a job takes its rows away. The
 * database lets people in by the same states (`app.enter`).
 */
export const ORGANIZATION_STATES = [
  'waiting',
  'open',
  'refused',
  'suspended',
  'closing',
  'deleted',
] as const;
export type OrganizationState = (typeof ORGANIZATION_STATES)[number];

/** In which an owner can close it, and to which it comes back when it is restored: closing ends no suspension. */
const closable = ['waiting', 'open', 'refused', 'suspended'] as const;
export type ClosableState = (typeof closable)[number];

/** How long one that was closed can be restored, before it is deleted with everything in it. */
export const DAYS_UNTIL_DELETION = 30;

/**
 * Every move there is, by its verb: the whole table. `resubmit` is the applicant's and `close` an owner's, `restore` is
 * an owner's or the platform's, `delete` the worker's; the others are the platform's.
 */
export const ORGANIZATION_MOVES = movesOf('organizations', ORGANIZATION_STATES, {
  approve: { from: ['waiting'], to: 'open' },
  refuse: { from: ['waiting'], to: 'refused' },
  resubmit: { from: ['refused'], to: 'waiting' },
  suspend: { from: ['open'], to: 'suspended' },
  reopen: { from: ['suspended'], to: 'open' },
  close: { from: closable, to: 'closing' },
  restore: { from: ['closing'], to: 'open' },
  restore_suspended: { from: ['closing'], to: 'suspended' },
  restore_waiting: { from: ['closing'], to: 'waiting' },
  restore_refused: { from: ['closing'], to: 'refused' },
  delete: { from: ['closing'], to: 'deleted' },
});

/** By which move one is restored that was closed in this state. */
export const RESTORING = {
  open: 'restore',
  suspended: 'restore_suspended',
  waiting: 'restore_waiting',
  refused: 'restore_refused',
} as const satisfies Readonly<Record<ClosableState, keyof typeof ORGANIZATION_MOVES>>;

/** Moves of an administrator of the platform; `restore` stands for the one that leads back to where it was closed. */
export const PLATFORM_MOVES = ['approve', 'refuse', 'suspend', 'reopen', 'restore'] as const;
export type PlatformMove = (typeof PLATFORM_MOVES)[number];

/** Moves that shut people out, or undo what an owner decided, say why; the organization reads it. */
export function needsReason(move: PlatformMove): boolean {
  return move === 'refuse' || move === 'suspend' || move === 'restore';
}

/** What an administrator can do with one in this state, in the order of the table. */
export function platformMovesFrom(state: OrganizationState): readonly PlatformMove[] {
  return PLATFORM_MOVES.filter((move) => movesFrom(ORGANIZATION_MOVES, state).includes(move));
}

/** Whether its owner can close it. */
export function canClose(state: OrganizationState): state is ClosableState {
  return movesFrom(ORGANIZATION_MOVES, state).includes('close');
}

/**
 * Until when one that was closed can be restored.
 * @param closedAt moment of the closing, ISO 8601
 * @returns the moment from which on it is deleted, ISO 8601 in UTC
 */
export function restorableUntil(closedAt: string): string {
  const until = new Date(closedAt);
  until.setUTCDate(until.getUTCDate() + DAYS_UNTIL_DELETION);
  return until.toISOString();
}

/** While it is looked at, or after it was refused, its application can still be changed. */
export function canChangeApplication(state: OrganizationState): boolean {
  return state === 'waiting' || state === 'refused';
}

interface Founding {
  /** In which an organization of this kind begins when a person founds it; null: nobody founds it by themselves. */
  readonly begins: OrganizationState | null;
  /** What its founder is in it. */
  readonly founder: AnyRole;
}

/** How an organization of each kind comes to be: the whole table. The database holds the same beginnings. */
export const FOUNDING: Readonly<Record<OrganizationKind, Founding>> = {
  enterprise: { begins: 'open', founder: 'owner' },
  consultancy: { begins: 'waiting', founder: 'owner' },
  assessment_body: { begins: 'waiting', founder: 'director' },
  authority: { begins: null, founder: 'officer' },
};

/** Kinds that a person can found. */
export const FOUNDABLE_KINDS = ORGANIZATION_KINDS.filter(
  (kind): kind is FoundableKind => FOUNDING[kind].begins !== null,
);
export type FoundableKind = Exclude<OrganizationKind, 'authority'>;

/** Kinds whose opening is asked for, with a credit code and documents. */
export const APPLYING_KINDS = ORGANIZATION_KINDS.filter(
  (kind) => FOUNDING[kind].begins === 'waiting',
);
