import type { ResultFiguresDto } from '../../core/api/generated/openapi';

type Item = ResultFiguresDto['items'][number];
type Person = Pick<ResultFiguresDto['people'][number], 'quarters'>;

/** Items that lost points, those that lost most on average first. */
export const lossesFirst = <Row extends Pick<Item, 'lost'>>(
  items: readonly Row[],
): readonly Row[] =>
  items
    .filter(({ lost }) => lost !== null && lost > 0)
    .sort((one, other) => (other.lost ?? 0) - (one.lost ?? 0));

/** Every quarter from the first to the last in which anybody has a figure: `2026-Q4`, `2027-Q1`. */
export function quartersOf(people: readonly Person[]): readonly string[] {
  const told = people
    .flatMap(({ quarters }) => quarters)
    .filter(({ kappa }) => kappa !== null)
    .map(({ quarter }) => numberOf(quarter));
  const first = Math.min(...told);
  const count = told.length === 0 ? 0 : Math.max(...told) - first + 1;
  return Array.from({ length: count }, (_, place) => nameOf(first + place));
}

const numberOf = (quarter: string): number =>
  Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;

const nameOf = (number: number): string =>
  `${String(Math.floor(number / 4))}-Q${String((number % 4) + 1)}`;
