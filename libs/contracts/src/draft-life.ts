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
 * Which state may follow which: the whole table. `revised` is taken by the old edition when the new
 * one comes into force, never by hand.
 */
export const DRAFT_STEPS: Readonly<Record<DraftState, readonly DraftState[]>> = {
  draft: ['review'],
  review: ['draft', 'approved'],
  approved: ['review', 'in_force'],
  in_force: ['withdrawn'],
  revised: ['withdrawn'],
  withdrawn: [],
};

/** Before its approval a draft may be changed and removed. */
export const isOpenDraft = (state: DraftState): boolean =>
  state === 'draft' || state === 'review' || state === 'approved';
