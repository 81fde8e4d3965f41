import { isDeepStrictEqual } from 'node:util';

/** As it is stored and sent: without prototypes, dates as text. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/**
 * Names of the fields of `after` whose values differ from those of `before`. Where there are none, a command has
 * nothing to write and nothing to tell the audit trail.
 */
export function changedFields<Fields extends object>(
  before: { readonly [Name in keyof Fields]: unknown },
  after: Fields,
): (keyof Fields & string)[] {
  return (Object.keys(after) as (keyof Fields & string)[]).filter(
    (name) => !isDeepStrictEqual(plain(before[name]), plain(after[name])),
  );
}
