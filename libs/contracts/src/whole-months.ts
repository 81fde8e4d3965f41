/**
 * Whole months between two days `YYYY-MM-DD`, never negative: from 31 January to 28 February none, to 1 March one.
 * The last day of a shorter month does not complete a month that began later in its own.
 */
export function wholeMonths(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
  return Math.max(0, months);
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
