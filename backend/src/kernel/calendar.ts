/** Making a format costs a hundred times more than using it. */
const chineseDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The minute that was asked for last: days change on whole minutes, and to format one costs more than most reads. */
let lastMinute = { minute: Number.NaN, day: '' };

/** The day it is for an organization; all of them live by the clock of China so far. */
export function organizationDay(now: Date): string {
  const minute = Math.floor(now.getTime() / 60_000);
  if (minute !== lastMinute.minute) lastMinute = { minute, day: chineseDay.format(now) };
  return lastMinute.day;
}
