import { movesFrom, movesOf, verbsOf } from './moves-of';

/** The two sides of an engagement (咨询合作): whose data they are, and who works on them. */
export const ENGAGEMENT_SIDES = ['client', 'consultancy'] as const;
export type EngagementSide = (typeof ENGAGEMENT_SIDES)[number];

/**
 * The life of an engagement: either side offers it, the other one accepts, and from then on the consultancy's people may
 * enter, between its days, until one side ends it or its last day is over. However it ended, its line stays.
 */
export const ENGAGEMENT_STATES = [
  'offered',
  'live',
  'declined',
  'withdrawn',
  'lapsed',
  'revoked',
  'resigned',
  'over',
] as const;
export type EngagementState = (typeof ENGAGEMENT_STATES)[number];

/** Who makes a move: one of the two sides, the side that offered or the one that was asked, or time itself. */
type Mover = EngagementSide | 'offerer' | 'asked' | 'time';

/** Every move there is, by its verb, and whose it is: the whole table. */
export const ENGAGEMENT_MOVES = movesOf('engagements', ENGAGEMENT_STATES, {
  accept: { from: ['offered'], to: 'live', by: 'asked' },
  decline: { from: ['offered'], to: 'declined', by: 'asked' },
  withdraw: { from: ['offered'], to: 'withdrawn', by: 'offerer' },
  lapse: { from: ['offered'], to: 'lapsed', by: 'time' },
  revoke: { from: ['live'], to: 'revoked', by: 'client' },
  resign: { from: ['live'], to: 'resigned', by: 'consultancy' },
  expire: { from: ['live'], to: 'over', by: 'time' },
});
export type EngagementMove = keyof typeof ENGAGEMENT_MOVES;

/** Moves that a person makes. */
export const ENGAGEMENT_VERBS = verbsOf(ENGAGEMENT_MOVES).filter(
  (verb): verb is EngagementVerb => ENGAGEMENT_MOVES[verb].by !== 'time',
);
export type EngagementVerb = Exclude<EngagementMove, 'lapse' | 'expire'>;

/** Where somebody stands towards an engagement. */
export interface EngagementStanding {
  readonly state: EngagementState;
  readonly offeredBy: EngagementSide;
  /** Of the person who asks. */
  readonly side: EngagementSide;
}

/** What a side can do with an engagement now, in the order of the table. */
export function engagementMovesFrom({
  state,
  offeredBy,
  side,
}: EngagementStanding): readonly EngagementVerb[] {
  const isMine = (mover: Mover): boolean =>
    mover === side || mover === (offeredBy === side ? 'offerer' : 'asked');
  const possible: readonly EngagementMove[] = movesFrom(ENGAGEMENT_MOVES, state);
  return ENGAGEMENT_VERBS.filter(
    (verb) => possible.includes(verb) && isMine(ENGAGEMENT_MOVES[verb].by),
  );
}

/** Whether the client may move the last day of an engagement, or open other areas: it is its data. */
export function canChangeTerms({ state, side }: Omit<EngagementStanding, 'offeredBy'>): boolean {
  return state === 'live' && side === 'client';
}

/** So many days an offer waits for its answer. */
export const OFFER_DAYS = 30;
/** So many years from its first day an engagement lasts at most; then both sides agree anew, or it is extended. */
export const MOST_ENGAGEMENT_YEARS = 3;
/** So many days before its end both sides are told. */
export const DAYS_BEFORE_END = 14;

/** The day so many years later, `YYYY-MM-DD`; after a leap day the first of March. */
function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** The last day that is proposed for an engagement from this day on. */
export function usualLastDay(from: string): string {
  return yearsLater(from, 1);
}

/** The last day that an engagement from this day on can have. */
export function latestLastDay(from: string): string {
  return yearsLater(from, MOST_ENGAGEMENT_YEARS);
}
