import type { Moves } from './moves-of';

/**
 * The life of a dossier: ordered it waits, is built, and once it is ready it is issued and stays. One that failed is
 * built again when somebody asks for it.
 */
export const DOSSIER_STATES = ['queued', 'building', 'ready', 'failed'] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** In which an order begins. */
export const ORDERED_DOSSIER: DossierState = 'queued';

/** On its way: what its material names is held, which ends where it fails. */
const underway = ['queued', 'building'] as const;

/**
 * Every move there is, by its verb: the whole table. Only `retry` is a person's; the others are what a build does. A
 * build that was given up and still goes on comes to nothing, and `retry` asks that its evidence is still there.
 */
export const DOSSIER_MOVES = {
  build: { from: underway, to: 'building' },
  finish: { from: ['building'], to: 'ready' },
  fail: { from: underway, to: 'failed' },
  retry: { from: ['failed'], to: 'queued' },
} as const satisfies Moves<DossierState>;
export type DossierMove = keyof typeof DOSSIER_MOVES;
