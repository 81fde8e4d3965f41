import type { IsoDate } from '@liangxing/scheme';

export { wholeMonths } from '@liangxing/contracts';

/** The calendar day of an instant in a time zone: `2026-04-01`. */
export function dayIn(instant: Date, timeZone = 'Asia/Shanghai'): IsoDate {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}
