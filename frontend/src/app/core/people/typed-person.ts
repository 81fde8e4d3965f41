import type { NamedPerson } from '@liangxing/contracts';
import type { Member } from './members';

/** Of a list that is told as a whole. */
export interface ListedPerson {
  readonly name: string;
  readonly userId?: string | null;
}

/** Each with the account of who stood in the list by that name, else of the one member of that name. */
export function typedPeople<Person extends ListedPerson>(
  typed: readonly Person[],
  before: readonly ListedPerson[],
  members: readonly Member[],
): readonly Person[] {
  return typed.map((each) => {
    const stood = before.find(({ name }) => name === each.name);
    const known = { name: stood?.name ?? '', userId: stood?.userId ?? null };
    return { ...each, userId: typedPerson(each.name, known, members).userId };
  });
}

/**
 * Whom a typed name means: who stood there as long as the name stays, else the one member of that name; a name that two
 * members bear, or none, is a name alone.
 */
export function typedPerson(
  typed: string,
  before: NamedPerson,
  members: readonly Member[],
): NamedPerson {
  const name = typed.trim();
  if (name === before.name.trim()) return { name: typed, userId: before.userId };
  const [member, another] = members.filter((one) => one.name.trim() === name);
  const userId = another === undefined ? (member?.userId ?? null) : null;
  return { name: typed, userId };
}
