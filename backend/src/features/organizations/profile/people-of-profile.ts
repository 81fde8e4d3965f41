import type { NamedPerson } from '@liangxing/contracts';
import { personAtPlace, type Accounts, type PersonAtPlace } from '../members/accounts-of-names';

/** Fields of the profile that name one person, with those of their accounts. */
const ALONE = [
  ['legalRepresentative', 'legalRepresentativeUserId'],
  ['contactName', 'contactUserId'],
  ['standardizationHead', 'standardizationHeadUserId'],
] as const;

/** The same within the rows of lists. */
const LISTED = {
  standardizationStaff: ['name', 'userId'],
  objectives: ['owner', 'ownerUserId'],
  appointmentDocuments: ['signedBy', 'signedByUserId'],
} as const;

const LISTS = Object.entries(LISTED);

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (profile: object, list: string): readonly Row[] => (profile as Row)[list] as Row[];

interface NameIn extends Pick<PersonAtPlace, 'place' | 'paths'> {
  readonly name: string;
  readonly userId: string | null | undefined;
}

function nameIn(row: Row, [name, account]: readonly [string, string], path = ''): NameIn {
  const paths = { name: `${path}${name}`, userId: `${path}${account}` };
  const userId = row[account] as string | null | undefined;
  return { place: paths.userId, paths, name: row[name] as string, userId };
}

function namesIn(profile: object): readonly NameIn[] {
  return [
    ...ALONE.map((fields) => nameIn(profile as Row, fields)),
    ...LISTS.flatMap(([list, fields]) =>
      rowsOf(profile, list).map((row, index) => nameIn(row, fields, `${list}.${index}.`)),
    ),
  ];
}

/**
 * Who stands in a profile after a change; an account that is not told of stays with its name. Whoever stood in it before
 * may stand anywhere in it: rows move up when one above them goes.
 */
export function peopleOfProfile(told: object, before: object): readonly PersonAtPlace[] {
  const nobody: NamedPerson = { name: '', userId: null };
  const stood = new Map(
    namesIn(before).map(({ place, name, userId = null }) => [place, { name, userId }]),
  );
  const known = new Set([...stood.values()].map(({ userId }) => userId));
  return namesIn(told).map(({ place, paths, name, userId }) => {
    const person = personAtPlace({ place, paths }, stood.get(place) ?? nobody, { name, userId });
    return known.has(person.userId) ? { ...person, before: person.userId } : person;
  });
}

/** A profile with the account of each name beside it; null: a name alone. */
export function withAccounts<Names extends object>(profile: Names, accounts: Accounts): Names {
  const alone = ALONE.map(([, account]) => [account, accounts[account] ?? null]);
  const lists = LISTS.map(([list, [, account]]) => [
    list,
    rowsOf(profile, list).map((row, index) => ({
      ...row,
      [account]: accounts[`${list}.${index}.${account}`] ?? null,
    })),
  ]);
  return { ...profile, ...Object.fromEntries([...alone, ...lists]) };
}

/** What is stored of a profile: names alone. */
export function withoutAccounts<Named extends object>(profile: Named): Named {
  const accounts: ReadonlySet<string> = new Set(ALONE.map(([, account]) => account));
  const kept = Object.entries(profile).filter(([field]) => !accounts.has(field));
  const lists = LISTS.map(([list, [, account]]) => [
    list,
    rowsOf(profile, list).map(({ [account]: _, ...row }) => row),
  ]);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(lists) };
}
