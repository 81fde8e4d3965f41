import type { NamedPerson } from '@liangxing/contracts';
import type { Member } from './members';

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
