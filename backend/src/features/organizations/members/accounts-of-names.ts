import { personAfter, type NamedPerson } from '@liangxing/contracts';
import type { ToldPerson } from './require-members';

/** Members whom the names in a document mean, by the place of each name in it; who is not there is a name alone. */
export type Accounts = Readonly<Record<string, string>>;

/** Who stands at a place of a document after a change. */
export interface PersonAtPlace extends ToldPerson {
  readonly place: string;
}

/** Of a list that is told as a whole. */
interface ListedPerson {
  readonly name: string;
  readonly userId?: string | null;
}

/** Who stands at a place once a request has told of it; see `personAfter`. */
export function personAtPlace(
  at: Pick<PersonAtPlace, 'place' | 'paths'>,
  before: NamedPerson,
  told: Parameters<typeof personAfter>[1],
): PersonAtPlace {
  return { ...at, ...personAfter(before, told), before: before.userId };
}

/**
 * Who stands in a list. Whoever stood in it before may stand anywhere in it.
 * @param path of the list in the request
 */
export function peopleInList(
  path: string,
  list: readonly ListedPerson[],
  before: readonly ListedPerson[],
): readonly ToldPerson[] {
  const known = new Set(before.map(({ userId = null }) => userId));
  return list.map(({ name, userId = null }, index) => ({
    paths: { name: `${path}.${index}.name`, userId: `${path}.${index}.userId` },
    ...{ name, userId },
    before: known.has(userId) ? userId : null,
  }));
}

export function accountsAt(
  people: readonly { readonly place: string | number; readonly userId: string | null }[],
): Accounts {
  return Object.fromEntries(
    people.flatMap(({ place, userId }) => (userId === null ? [] : [[place, userId]])),
  );
}

/** By the place in the list, from 1. */
export function accountsInList(list: readonly ListedPerson[]): Accounts {
  return accountsAt(list.map(({ userId = null }, index) => ({ place: index + 1, userId })));
}
