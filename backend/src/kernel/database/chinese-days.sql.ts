/** A day `YYYY-MM-DD` as the instant at which it begins in China. @param day like `$3` */
export const beginningOf = (day: string): string =>
  `(${day}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/** The instant at which it is over. */
export const endOf = (day: string): string =>
  `((${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;
