import { movesFrom, movesOf, verbsOf } from './moves-of';
import { ORGANIZATION_KINDS, type AnyRole, type OrganizationKind } from './organization-kinds';

/**
 * The life of an organization: it waits until the platform has looked at its application, is open, and can be suspended,
 * when its own people read and take out what they have and nobody works for others in its name. The database lets people
 * in by the same states (`app.enter`).
 */
export const ORGANIZATION_STATES = ['waiting', 'open', 'refused', 'suspended'] as const;
export type OrganizationState = (typeof ORGANIZATION_STATES)[number];

/** Every move there is, by its verb: the whole table. `resubmit` is the applicant's, the others are the platform's. */
export const ORGANIZATION_MOVES = movesOf('organizations', ORGANIZATION_STATES, {
  approve: { from: ['waiting'], to: 'open' },
  refuse: { from: ['waiting'], to: 'refused' },
  resubmit: { from: ['refused'], to: 'waiting' },
  suspend: { from: ['open'], to: 'suspended' },
  reopen: { from: ['suspended'], to: 'open' },
});

/** Moves of an administrator of the platform. */
export const PLATFORM_MOVES = verbsOf(ORGANIZATION_MOVES).filter((verb) => verb !== 'resubmit');
export type PlatformMove = (typeof PLATFORM_MOVES)[number];

/** Moves that shut people out say why; the organization reads it. */
export function needsReason(move: PlatformMove): boolean {
  return move === 'refuse' || move === 'suspend';
}

/** What an administrator can do with one in this state, in the order of the table. */
export function platformMovesFrom(state: OrganizationState): readonly PlatformMove[] {
  return movesFrom(ORGANIZATION_MOVES, state).filter((verb) => verb !== 'resubmit');
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
