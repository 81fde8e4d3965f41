import { kappaOfCounts } from '../sheets';

/** How far an assessor agreed with what was settled in one case. */
export interface AgreementInCase {
  readonly userId: string;
  readonly userName: string;
  /** `YYYY-MM-DD`: when the team handed its result over. */
  readonly day: string;
  /** Square: rows are what the assessor said, columns what was settled. */
  readonly counts: readonly number[];
  /** Of the assessor less what was settled, added up: hundredths of a point, or of a percent. */
  readonly difference: number;
}

/** Over some cases; kappa in hundredths, the difference as it is in a case, per item. */
export interface AgreementFigure {
  readonly cases: number;
  readonly items: number;
  /** Null: too few items were judged to say. */
  readonly kappa: number | null;
  readonly difference: number | null;
}

export interface AgreementInQuarter extends AgreementFigure {
  /** `2026-Q1`. */
  readonly quarter: string;
}

export interface AssessorAgreement extends AgreementFigure {
  readonly userId: string;
  readonly name: string;
  /** Those in which there was something, in turn. */
  readonly quarters: readonly AgreementInQuarter[];
}

/** Below so many items a kappa says more of chance than of a person. */
export const LEAST_ITEMS = 30;

export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;

/** Pairs of all cases count together: a case with more items weighs more. */
function figureOf(cases: readonly AgreementInCase[]): AgreementFigure {
  const size = Math.max(0, ...cases.map(({ counts }) => counts.length));
  const counts = Array.from({ length: size }, (_, place) =>
    cases.reduce((sum, one) => sum + (one.counts[place] ?? 0), 0),
  );
  const items = counts.reduce((sum, count) => sum + count, 0);
  const kappa = items < LEAST_ITEMS ? null : kappaOfCounts(counts);
  const difference = cases.reduce((sum, one) => sum + one.difference, 0);
  return {
    ...{ cases: cases.length, items, kappa: kappa === null ? null : Math.round(kappa * 100) },
    difference: items < LEAST_ITEMS ? null : Math.round(difference / items),
  };
}

function groupedBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** Of everybody who scored, by name; called as in the newest case. @param cases of one scheme */
export function agreementFigures(cases: readonly AgreementInCase[]): readonly AssessorAgreement[] {
  const inTurn = [...cases].sort((one, other) => one.day.localeCompare(other.day));
  return [...groupedBy(inTurn, ({ userId }) => userId)]
    .map(([userId, own]) => ({
      ...{ userId, name: own.at(-1)?.userName ?? '', ...figureOf(own) },
      quarters: [...groupedBy(own, ({ day }) => quarterOf(day))].map(([quarter, some]) => ({
        ...{ quarter, ...figureOf(some) },
      })),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}
