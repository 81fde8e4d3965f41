import type { NamedPerson } from '@liangxing/contracts';
import type { Member } from './members';

/** Of a list that is told as a whole. */
export interface ListedPerson {
  readonly name: string;
  readonly userId?: string | null;
}

/**
 * Each with the account of who stood in the list by that name, else of the one member of that name. Two of one name are two:
 * they have the accounts of those who stood there one after the other, and none is given a second time.
 */
export function typedPeople<Person extends ListedPerson>(
  typed: readonly Person[],
  before: readonly ListedPerson[],
  members: readonly Member[],
): readonly Person[] {
  const left = [...before];
  const standing = typed.map(({ name }) => {
    const at = left.findIndex((one) => one.name === name);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  const given = new Set(standing.map((stood) => stood?.userId ?? null));
  return typed.map((each, index) => {
    const stood = standing[index];
    if (stood) return { ...each, userId: stood.userId ?? null };
    const { userId } = typedPerson(each.name, nobody, members);
    if (given.has(userId)) return { ...each, userId: null };
    given.add(userId);
    return { ...each, userId };
  });
}

const nobody: NamedPerson = { name: '', userId: null };

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
