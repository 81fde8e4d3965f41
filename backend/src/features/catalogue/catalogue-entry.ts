/** What the catalogue keeps about one standard or plan, and how a newly checked row changes it. No clock, no I/O. */
import { hasImpossibleDates, type StandardStatus } from '@liangxing/standard-number';

/** Every figure has its own source and day of check. */
const FIGURES = [
  'title',
  'englishTitle',
  'kind',
  'ccs',
  'ics',
  'issuedOn',
  'inForceOn',
  'withdrawnOn',
  'status',
] as const;
export type Figure = (typeof FIGURES)[number];

export type CatalogueClaim = Exclude<StandardStatus, 'unpublished' | 'unknown'>;

/** Id of the source and day of check (`YYYY-MM-DD`). */
export type Provenance = readonly [sourceId: number, checkedOn: string];

export interface CatalogueFigures {
  readonly title: string;
  readonly englishTitle: string;
  readonly kind: string;
  /** 中国标准文献分类号 and 国际标准分类号, written as in a register. */
  readonly ccs: string;
  readonly ics: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly withdrawnOn: string | null;
  /** What the source says; counts only as a claim. */
  readonly statusClaimed: CatalogueClaim | null;
  /** The word of the source itself; of a plan, how far it is. */
  readonly statusWord: string;
}

export const NO_FIGURES: CatalogueFigures = {
  title: '',
  englishTitle: '',
  kind: '',
  ccs: '',
  ics: '',
  issuedOn: null,
  inForceOn: null,
  withdrawnOn: null,
  statusClaimed: null,
  statusWord: '',
};

export interface KnownFigures extends CatalogueFigures {
  readonly provenance: Readonly<Partial<Record<Figure, Provenance>>>;
}

export const NOTHING_KNOWN: KnownFigures = { ...NO_FIGURES, provenance: {} };

/** The part of a record that one figure is. */
function valueOf(figures: CatalogueFigures, figure: Figure): Partial<CatalogueFigures> {
  if (figure !== 'status') return { [figure]: figures[figure] };
  const { statusClaimed, statusWord } = figures;
  return { statusClaimed, statusWord };
}

const isTold = (figures: CatalogueFigures, figure: Figure): boolean =>
  Object.values(valueOf(figures, figure)).some((value) => value !== null && value !== '');

export type Merge =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'changed'; readonly figures: KnownFigures };

/**
 * A row checked on a day, laid over what is known. Figure by figure the newer day of check wins; what the row does not
 * tell stays. The same row again changes nothing.
 */
export function mergeFigures(
  known: KnownFigures,
  row: CatalogueFigures,
  [sourceId, checkedOn]: Provenance,
): Merge {
  let figures = known;
  for (const figure of FIGURES) {
    if (!isTold(row, figure)) continue;
    const [knownSource, knownDay] = known.provenance[figure] ?? [0, ''];
    if (knownDay > checkedOn) continue;
    const value = valueOf(row, figure);
    const isEqual = JSON.stringify(value) === JSON.stringify(valueOf(known, figure));
    if (isEqual && knownDay === checkedOn) continue;
    // Two sources of one day: the one known longer keeps its word, in whichever order they are read.
    if (knownDay === checkedOn && knownSource !== sourceId && knownSource < sourceId) continue;
    const provenance = { ...figures.provenance, [figure]: [sourceId, checkedOn] as const };
    figures = { ...figures, ...value, provenance };
  }
  if (figures === known) return { kind: 'unchanged' };
  return areImpossible(figures) ? { kind: 'contradiction' } : { kind: 'changed', figures };
}

/** Days that do not exist, or that cannot follow each other. */
export function areImpossible(figures: CatalogueFigures): boolean {
  return hasImpossibleDates({
    issued: figures.issuedOn ?? undefined,
    inForce: figures.inForceOn ?? undefined,
    withdrawn: figures.withdrawnOn ?? undefined,
  });
}
