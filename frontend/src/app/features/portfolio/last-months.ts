/** `2026-11`, `2026-10`, …: this month and those before it, in the calendar of the enterprises. */
export function lastMonths(now: Date, count: number): readonly string[] {
  const today = now.toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, ago) => {
    const number = year * 12 + month - 1 - ago;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}
