/** What became of one address among many: why nobody was invited, or that they were. */
export const INVITED_ROW_OUTCOMES = [
  'invited',
  'already_member',
  'already_invited',
  'invalid',
  'recently_mailed',
  'over_limit',
  'over_quota',
] as const;

export type InvitedRowOutcome = (typeof INVITED_ROW_OUTCOMES)[number];

export interface InvitedRow {
  /** As it is mailed; as it was written where it is none. */
  readonly address: string;
  readonly outcome: InvitedRowOutcome;
}
