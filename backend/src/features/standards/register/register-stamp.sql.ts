/**
 * Differs as soon as any row of the register of organization `$parameter` has changed; `xmin` names the transaction that
 * wrote a row last.
 */
export const registerStamp = (parameter: string): string =>
  `(SELECT concat_ws(' ', count(*), sum(hashtextextended(concat_ws(' ', s.id, s.xmin), 0)))
    FROM standards s WHERE s.organization_id = ${parameter})`;
