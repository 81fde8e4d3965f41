/** Columns `starts_at` and `ends_at` of a table as the first and the last day, and its areas. */
export const termsOf = (table: string): string =>
  `${table}.readable, ${table}.writable,
   to_char(${table}.starts_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS from,
   to_char((${table}.ends_at - interval '1 second') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS until`;
