import { movesOf } from './moves-of';

/** The life of an export of everything: ordered it waits, is made, and can be fetched until it expires. */
export const EXPORT_STATES = ['queued', 'building', 'ready', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Every move there is, by its verb: the whole table. All of them are the worker's; who wants another one orders it. */
export const EXPORT_MOVES = movesOf('exports', EXPORT_STATES, {
  begin: { from: ['queued'], to: 'building' },
  finish: { from: ['building'], to: 'ready' },
  give_up: { from: ['queued', 'building'], to: 'failed' },
});

/** How long the file is kept for its owners. */
export const DAYS_OF_EXPORT = 7;
