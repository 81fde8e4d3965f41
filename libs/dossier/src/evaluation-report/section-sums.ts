import { points } from '../format';
import type { BodyReport, ReportedItem, ReportedState } from './evaluation-report';

const COUNTED: readonly ReportedState['state'][] = ['met', 'partly', 'not_met', 'not_established'];

const sumOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** Of a scheme without points: how many conform of those that count, as `12/15`. */
function metOf(states: readonly ReportedState[]): string {
  const counted = states.filter(({ state }) => COUNTED.includes(state));
  return `${counted.filter(({ state }) => state === 'met').length}/${counted.length}`;
}

function cellsOf(
  title: string,
  items: readonly ReportedItem[],
  isScored: boolean,
): readonly string[] {
  const [self, settled] = [items.map((item) => item.self), items.map((item) => item.settled)];
  if (!isScored) return [title, String(items.length), metOf(self), metOf(settled)];
  return [
    ...[title, String(items.length), points(sumOf(items.map(({ most }) => most)))],
    ...[
      points(sumOf(self.map((one) => one.points))),
      points(sumOf(settled.map((one) => one.points))),
    ],
  ];
}

/** A line for each section that has items, and the sum of all. */
export function sectionRows({ scheme, items }: BodyReport): readonly (readonly string[])[] {
  const isScored = scheme.kind === 'scored';
  const rows = scheme.sections.flatMap(({ id, title }) => {
    const some = items.filter(({ sectionId }) => sectionId === id);
    return some.length === 0 ? [] : [cellsOf(title['zh-CN'], some, isScored)];
  });
  return [...rows, cellsOf('合计', items, isScored)];
}
