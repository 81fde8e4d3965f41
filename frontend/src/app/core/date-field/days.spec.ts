import fc from 'fast-check';
import { plusDays } from '@liangxing/contracts';
import { dayFromText, isWholeDay, mondayOf, weeksAround } from './days';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const wide = (text: string) =>
  text.replace(/[\d/.-]/gu, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
  );

/** The ways in which people write one day. */
function writings(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const [shortMonth, shortDate] = [String(Number(month)), String(Number(date))];
  return [
    day,
    `${year}/${month}/${date}`,
    `${year}.${shortMonth}.${shortDate}`,
    `${year}${month}${date}`,
    `${year}年${shortMonth}月${shortDate}日`,
    ` ${year} 年 ${month} 月 ${date} 日 `,
    `${year}-${shortMonth}-${shortDate}`,
    wide(day),
    wide(`${year}${month}${date}`),
  ];
}

describe('the day that a text names', () => {
  it('is the same in every way of writing it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const text of writings(day)) expect([text, dayFromText(text)]).toEqual([text, day]);
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-10-32', '20261301', '10/31/2026', '2026-10', '十月'])(
    'is none in %s',
    (text) => expect(dayFromText(text)).toBeNull(),
  );

  it('is whole once nothing can follow', () => {
    expect(
      ['2026-10-3', '2026-1-31', '2026-10-31', '20261031', '2026年1月3日'].map(isWholeDay),
    ).toEqual([false, false, true, true, true]);
  });

  it('is never whole on the way to it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (let length = 0; length < day.length; length++)
          expect(isWholeDay(day.slice(0, length))).toBe(false);
      }),
    );
  });
});

describe('going through days', () => {
  it('a month is shown in weeks from Monday, each day once and in order', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const weeks = weeksAround(day);
        const days = weeks.flat();
        expect(days).toContain(day);
        expect(days.every((one, at) => at === 0 || one === plusDays(days[at - 1] ?? '', 1))).toBe(
          true,
        );
        expect(weeks.every(([monday = '']) => mondayOf(monday) === monday)).toBe(true);
      }),
    );
    // The last day of all is followed by none.
    expect(weeksAround('9999-12-31').flat().at(-1)).toBe('9999-12-31');
    // 1 June 2026 is a Monday.
    expect(weeksAround('2026-06-15')[0]?.[0]).toBe('2026-06-01');
  });
});
