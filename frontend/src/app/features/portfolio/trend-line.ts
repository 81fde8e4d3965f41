/** How far a client was in a month; `share` is 0 to 100, null: not known. */
export interface TrendMonth {
  /** Its first day. */
  readonly month: string;
  readonly share: number | null;
}

interface Dot {
  readonly month: string;
  readonly x: number;
  readonly y: number;
}

/** Where the line is drawn, in units of the picture. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

const MOST_LABELS = 6;
const EDGE = 8;

const numberOf = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** Months keep their distances; one in which nothing was counted leaves the line as it was. */
export function trendLine(
  months: readonly TrendMonth[],
  { left, right, height }: Frame,
): { readonly points: string; readonly dots: readonly Dot[]; readonly labels: readonly Dot[] } {
  const known = months.filter(
    (month): month is TrendMonth & { share: number } => month.share !== null,
  );
  const first = numberOf(known[0]?.month ?? '0000-00');
  const span = numberOf(known.at(-1)?.month ?? '0000-00') - first;
  const dots = known.map(({ month, share }) => ({
    month: month.slice(0, 7),
    x: span === 0 ? (left + right) / 2 : left + ((numberOf(month) - first) / span) * (right - left),
    y: EDGE + ((100 - Math.min(100, Math.max(0, share))) / 100) * (height - 2 * EDGE),
  }));
  const every = Math.ceil(dots.length / MOST_LABELS);
  return {
    points: dots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '),
    dots,
    labels: dots.filter((_, at) => (dots.length - 1 - at) % every === 0),
  };
}
