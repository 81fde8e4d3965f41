/** Someone as they are printed, and who that is where they have an account here. */
export interface NamedPerson {
  readonly name: string;
  readonly userId: string | null;
}

/** Whether both are one person: by their accounts where each has one, else by their names. Nobody is like nobody. */
export function isSamePerson(one: NamedPerson, other: NamedPerson): boolean {
  if (one.userId !== null && other.userId !== null) return one.userId === other.userId;
  return one.name.trim() !== '' && one.name.trim() === other.name.trim();
}

/**
 * Who stands there after a change of name, account or both; `undefined` is not named. Another name lets the account go,
 * unless an account is named with it.
 */
export function personAfter(
  before: NamedPerson,
  change: { readonly name?: string | undefined; readonly userId?: string | null | undefined },
): NamedPerson {
  const name = (change.name ?? before.name).trim();
  const kept = name === before.name.trim() ? before.userId : null;
  return { name, userId: change.userId === undefined ? kept : change.userId };
}
