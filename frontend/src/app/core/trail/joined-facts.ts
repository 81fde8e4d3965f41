/** The words of a key; the key itself where there are none. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

interface ToldFact {
  readonly name: string;
  readonly value: string;
}

/**
 * The facts of a line of a trail as one text: `名称：值；名称：值`.
 * @param tell says one of them; `written` is its value as it was written down
 */
export function joinedFacts(
  details: Readonly<Record<string, unknown>>,
  tell: (fact: string, value: unknown, written: string) => ToldFact,
  translate: Translate,
): string {
  return Object.entries(details)
    .map(([fact, value]) => tell(fact, value, writtenOf(value)))
    .map(({ name, value }) => `${name}${translate('parting.said')}${value}`)
    .join(translate('parting.clauses'));
}

export const writtenOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
