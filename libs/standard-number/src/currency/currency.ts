import { isIsoDate, statusOn, type StandardDates, type StandardStatus } from '../standard-status';

/** What a source says about the status. It counts only with a source and the day on which it was looked up. */
interface StatusClaim {
  readonly status: StandardStatus;
  readonly source: string;
  /** `YYYY-MM-DD`; a claim says nothing about the days before it. */
  readonly checkedOn: string;
}

export interface CurrencyFacts extends StandardDates {
  readonly claim?: StatusClaim | undefined;
  /** Identity of the standard: its year tells the latest day of issue where the day is not known. */
  readonly identity?: string | undefined;
}

/** The answer of a currency check (查新) at a day. */
export interface Currency {
  readonly status: StandardStatus;
  /** `dates`: follows from the dates; `claim`: a source says so; `none`: nothing tells it. */
  readonly basis: 'dates' | 'claim' | 'none';
  /** First day out of force where it is known and still to come. */
  readonly endsOn?: string;
  /** 应已实施，待核: it was to come into force, and so long ago that it should be; unknown until somebody looks it up. */
  readonly isDue?: true;
}

const UNKNOWN: Currency = { status: 'unknown', basis: 'none' };

function believedClaim(facts: CurrencyFacts, day: string): StandardStatus | undefined {
  const { claim } = facts;
  if (claim === undefined || claim.source.trim() === '') return undefined;
  const isTimely = isIsoDate(claim.checkedOn) && claim.checkedOn <= day;
  return isTimely && claim.status !== 'unknown' ? claim.status : undefined;
}

/** Dates that name no existing day, or an order of days that cannot be. */
export function hasImpossibleDates({ issued, inForce, withdrawn }: StandardDates): boolean {
  const known = [issued, inForce, withdrawn].filter((date) => date !== undefined);
  return known.some((date) => !isIsoDate(date)) || known.join() !== [...known].sort().join();
}

/**
 * Days from issue after which 即将实施 without a day of coming into force is believed no longer. Half a year lies
 * between the two as a rule; longer waits have a day that a source tells.
 */
export const DAYS_UNTIL_DUE = 183;

/** So long what a source said is believed against the age of the issue. */
export const DAYS_BELIEVED = 30;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whether what a source called 即将实施 should be in force by now: counted from the latest day that its issue can be. */
function isDue({ issued, identity = '' }: CurrencyFacts, checkedOn: string, day: string): boolean {
  const year = /[-:]((?!0000)\d{4})$/.exec(identity)?.[1];
  const yearEnds = year === undefined || `${year}-12-31` > checkedOn ? checkedOn : `${year}-12-31`;
  const isOld = dayAfter(issued ?? yearEnds, DAYS_UNTIL_DUE) <= day;
  return isOld && dayAfter(checkedOn, DAYS_BELIEVED) <= day;
}

/** What the claim adds where the withdrawal day is not known. */
function byClaim(facts: CurrencyFacts, claim: StandardStatus, day: string): Currency {
  const { inForce, replacedBy = [] } = facts;
  if (claim === 'replaced' || claim === 'withdrawn')
    return { status: replacedBy.length > 0 ? 'replaced' : claim, basis: 'claim' };
  // A day of coming into force that lies ahead contradicts whoever says that it is in force.
  if (inForce !== undefined && inForce > day && claim !== 'upcoming') return UNKNOWN;
  const checkedOn = facts.claim?.checkedOn ?? day;
  if (claim === 'upcoming' && inForce === undefined && isDue(facts, checkedOn, day))
    return { status: 'unknown', basis: 'claim', isDue: true };
  return { status: claim, basis: 'claim' };
}

/**
 * Status at `day` from dates, replacements and a claim. The dates decide: before issue 未发布, then 即将实施, then
 * 现行, which is 即将废止 once a withdrawal day is known; from that day on 被代替 or 废止. A claim counts from its
 * day of check on, where no date decides; that it is out of force also counts against 现行, because a
 * catalogue often knows that without the day. 即将实施 without a day never becomes 现行, but 待查 when it is due. Impossible dates and silence are 待查, never 现行.
 */
export function currencyOn(facts: CurrencyFacts, day: string): Currency {
  if (!isIsoDate(day) || hasImpossibleDates(facts)) return UNKNOWN;
  const { withdrawn } = facts;
  const status = statusOn(facts, day);
  const claim = believedClaim(facts, day);
  if (withdrawn !== undefined && day >= withdrawn) return { status, basis: 'dates' };
  const ending = withdrawn === undefined ? {} : { endsOn: withdrawn };
  const isClaimedOut = claim === 'replaced' || claim === 'withdrawn';
  if (withdrawn === undefined && isClaimedOut && status !== 'unpublished')
    return byClaim(facts, claim, day);
  if (status === 'current') {
    if (withdrawn !== undefined) return { status: 'ending', basis: 'dates', ...ending };
    return claim === 'ending' ? { status: claim, basis: 'claim' } : { status, basis: 'dates' };
  }
  if (status !== 'unknown') return { status, basis: 'dates', ...ending };
  if (claim === undefined || isClaimedOut) return { ...UNKNOWN, ...ending };
  const claimed = byClaim(facts, claim, day);
  const isEnding = claimed.status === 'current' && withdrawn !== undefined;
  return { ...claimed, ...(isEnding ? { status: 'ending' } : {}), ...ending };
}
