/** The currency check of a register (查新): rows of the register against what the catalogue knows. No clock, no I/O. */
import {
  currencyOn,
  replacementTargets,
  type Currency,
  type Replacement,
  type StandardStatus,
} from '@liangxing/standard-number';
import type { CatalogueEntry, FigureSource, KnownReplacement } from './catalogue.repository';
import { lookupOf, yearOf, type StandardLookup } from './standard-lookup';

export const CURRENCY_STATES = [
  'replaced',
  'withdrawn',
  'ending',
  'upcoming',
  'unpublished',
  'unknown',
  'current',
] as const satisfies readonly StandardStatus[];

/** What a currency check needs of a row of the register. */
export interface CheckedStandard {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly number: string;
  readonly title: string;
  readonly numberKind: string;
  readonly level: string;
  readonly identityKey: string;
  readonly isPlanned: boolean;
  /** By the register's own dates and claims. */
  readonly ownStatus: StandardStatus;
  /** By the register's own word 即将实施, so long ago that it should be in force. */
  readonly isOwnDue: boolean;
  readonly statusSource: string;
  readonly statusCheckedOn: string | null;
  readonly checkedStatus: StandardStatus | null;
}

interface CandidateStandard {
  readonly identity: string;
  readonly number: string;
  readonly title: string;
  readonly status: StandardStatus;
  readonly inForceOn: string | null;
  readonly isPartial: boolean;
  /** The catalogue says that it replaces the old one; otherwise it is only a newer edition. */
  readonly isTold: boolean;
  /** The register lists it already. */
  readonly isListed: boolean;
}

export interface CurrencyRow {
  readonly standard: CheckedStandard;
  readonly status: StandardStatus;
  /** `register`: the enterprise's own dates or claim. */
  readonly basis: 'dates' | 'claim' | 'register' | 'none';
  readonly endsOn: string | null;
  /** 应已实施，待核 */
  readonly isDue: boolean;
  readonly source: string;
  readonly checkedOn: string | null;
  /** The catalogue's entry, also where it says nothing about the status. */
  readonly entry: CatalogueEntry | null;
  /** An undated reference means the latest edition: this one. */
  readonly resolvedNumber: string | null;
  readonly candidates: readonly CandidateStandard[];
}

interface KnownCatalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly replacements: readonly KnownReplacement[];
}

const OUT: readonly StandardStatus[] = ['replaced', 'withdrawn'];
export const isOut = (status: StandardStatus): boolean => OUT.includes(status);

/** Status of an entry at a day; `isReplaced` where the catalogue knows what replaces it. */
export function currencyOfEntry(entry: CatalogueEntry, isReplaced: boolean, day: string): Currency {
  const { statusClaimed, sources } = entry;
  const claim =
    statusClaimed === null || sources.status === undefined
      ? undefined
      : { status: statusClaimed, ...sources.status };
  return currencyOn(
    {
      issued: entry.issuedOn ?? undefined,
      inForce: entry.inForceOn ?? undefined,
      withdrawn: entry.withdrawnOn ?? undefined,
      replacedBy: isReplaced ? ['known'] : [],
      claim,
      identity: entry.identityKey,
    },
    day,
  );
}

/** Who said the figure that decides. */
export function sourceOf(entry: CatalogueEntry, currency: Currency): FigureSource | undefined {
  const { sources } = entry;
  if (currency.basis === 'claim') return sources.status;
  if (isOut(currency.status)) return sources.withdrawnOn;
  if (currency.status === 'ending') return sources.withdrawnOn ?? sources.inForceOn;
  if (currency.status === 'unpublished') return sources.issuedOn;
  return sources.inForceOn ?? sources.status ?? sources.title;
}

/**
 * Whether the other editions of its series matter for a row: not where it names an edition that is in force without
 * any doubt. `entry` is that edition in the catalogue.
 */
export function needsEditions(
  { ownStatus }: Pick<CheckedStandard, 'ownStatus'>,
  { isDated }: StandardLookup,
  entry: CatalogueEntry | undefined,
): boolean {
  if (!isDated || entry === undefined || isOut(ownStatus)) return true;
  const { inForceOn, withdrawnOn, statusClaimed } = entry;
  const isClaimedOtherwise = statusClaimed !== null && statusClaimed !== 'current';
  return inForceOn === null || withdrawnOn !== null || isClaimedOtherwise;
}

/** What somebody has to do something about comes first; among equals the register's order. */
const URGENCY: readonly StandardStatus[] = [
  'withdrawn',
  'replaced',
  'ending',
  'upcoming',
  'unpublished',
  'unknown',
  'current',
];

/** A register checked at a day against what the catalogue knows about its standards. */
export class CurrencyReport {
  private readonly byIdentity: ReadonlyMap<string, CatalogueEntry>;
  private readonly bySeries = new Map<string, CatalogueEntry[]>();
  private readonly edges = new Map<string, Replacement[]>();
  private readonly listed: ReadonlySet<string>;
  /** The most urgent first. */
  readonly rows: readonly CurrencyRow[];

  constructor(
    standards: readonly CheckedStandard[],
    { entries, replacements }: KnownCatalogue,
    private readonly day: string,
  ) {
    this.byIdentity = new Map(entries.map((entry) => [entry.identityKey, entry]));
    for (const entry of this.byIdentity.values())
      if (!entry.isPlan)
        this.bySeries.set(entry.seriesKey, [...(this.bySeries.get(entry.seriesKey) ?? []), entry]);
    for (const { oldKey, newKey, isPartial } of replacements)
      this.edges.set(oldKey, [...(this.edges.get(oldKey) ?? []), { by: newKey, isPartial }]);
    this.listed = new Set(standards.map(({ identityKey }) => identityKey));
    // What is only planned cannot be out of date.
    this.rows = standards
      .filter(({ isPlanned }) => !isPlanned)
      .map((standard) => this.row(standard))
      .sort((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status));
  }

  counts(): Record<StandardStatus, number> {
    const counts = Object.fromEntries(CURRENCY_STATES.map((state) => [state, 0])) as Record<
      StandardStatus,
      number
    >;
    for (const { status } of this.rows) counts[status] += 1;
    return counts;
  }

  private currency(entry: CatalogueEntry): Currency {
    return currencyOfEntry(entry, this.edges.has(entry.identityKey), this.day);
  }

  private statusOfIdentity(identity: string): StandardStatus {
    const entry = this.byIdentity.get(identity);
    return entry === undefined ? 'unknown' : this.currency(entry).status;
  }

  private row(standard: CheckedStandard): CurrencyRow {
    const lookup = lookupOf(standard);
    const entry = lookup === null ? undefined : this.entryOf(lookup);
    const currency = entry === undefined ? undefined : this.currency(entry);
    // The enterprise's own word that a standard is out of force counts against every catalogue.
    const isOwn =
      currency === undefined ||
      (currency.status === 'unknown' &&
        (currency.isDue !== true || standard.ownStatus !== 'unknown')) ||
      (isOut(standard.ownStatus) && !isOut(currency.status));
    const base = { standard, entry: entry ?? null };
    const resolvedNumber = lookup?.isDated === false && entry !== undefined ? entry.number : null;
    const status = isOwn ? standard.ownStatus : currency.status;
    const candidates =
      lookup?.isDated === true && (isOut(status) || status === 'ending' || status === 'unknown')
        ? this.candidates(lookup)
        : [];
    if (isOwn) {
      const isKnown = standard.ownStatus !== 'unknown' || standard.isOwnDue;
      return {
        ...base,
        status,
        basis: isKnown ? 'register' : 'none',
        endsOn: null,
        isDue: standard.isOwnDue,
        source: isKnown ? standard.statusSource : '',
        checkedOn: isKnown ? standard.statusCheckedOn : null,
        resolvedNumber,
        candidates,
      };
    }
    const told = entry === undefined ? undefined : sourceOf(entry, currency);
    return {
      ...base,
      status,
      basis: currency.basis,
      endsOn: currency.endsOn ?? null,
      isDue: currency.isDue === true,
      source: told?.source ?? '',
      checkedOn: told?.checkedOn ?? null,
      resolvedNumber,
      candidates,
    };
  }

  /** The dated standard itself; for an undated reference its latest edition that is not ahead. */
  private entryOf(lookup: StandardLookup): CatalogueEntry | undefined {
    if (lookup.isDated) return this.byIdentity.get(lookup.identity);
    const editions = [...(this.bySeries.get(lookup.series) ?? [])].sort(
      (a, b) => yearOf(b.identityKey) - yearOf(a.identityKey),
    );
    const isAhead = (entry: CatalogueEntry) =>
      ['unpublished', 'upcoming'].includes(this.currency(entry).status);
    return editions.find((edition) => !isAhead(edition)) ?? editions[0];
  }

  private candidates(lookup: StandardLookup): CandidateStandard[] {
    const told = replacementTargets(
      lookup.identity,
      (identity) => this.edges.get(identity) ?? [],
      (identity) => isOut(this.statusOfIdentity(identity)),
    ).map(({ identity, isPartial }) => this.candidate(identity, isPartial, true));
    if (told.length > 0) return told;
    const year = yearOf(lookup.identity);
    const newer = (this.bySeries.get(lookup.series) ?? []).filter(
      ({ identityKey }) => yearOf(identityKey) > year && !isOut(this.statusOfIdentity(identityKey)),
    );
    return newer
      .map(({ identityKey }) => this.candidate(identityKey, false, false))
      .sort((a, b) => yearOf(b.identity) - yearOf(a.identity))
      .slice(0, 1);
  }

  private candidate(identity: string, isPartial: boolean, isTold: boolean): CandidateStandard {
    const entry = this.byIdentity.get(identity);
    return {
      identity,
      number: entry?.number ?? identity,
      title: entry?.title ?? '',
      status: this.statusOfIdentity(identity),
      inForceOn: entry?.inForceOn ?? null,
      isPartial,
      isTold,
      isListed: this.listed.has(identity),
    };
  }
}

/**
 * The one standard that replaces a row without a question: told by the catalogue, wholly, the only one, and not listed
 * yet. Null where a person has to choose.
 */
export function plainReplacement({ status, candidates }: CurrencyRow): CandidateStandard | null {
  const [only, ...more] = candidates;
  if (!isOut(status) || only === undefined || more.length > 0) return null;
  const isWhole = only.isTold && !only.isPartial && only.title !== '';
  const isPlain = isWhole && !only.isListed && !isOut(only.status);
  return isPlain ? only : null;
}
