/** What becomes of the rows of a workbook, by what the consultancy has already. No I/O. */
import { normalEmail } from '@liangxing/contracts';
import type { ClientRow, ClientRowProblem, ImportedRow } from './client-row';

/** What the consultancy has already. */
export interface Known {
  /** Addresses to which an offer waits. */
  readonly offered: ReadonlySet<string>;
  /** Addresses, credit codes and names of those with which an engagement runs. */
  readonly clients: ReadonlySet<string>;
  readonly members: readonly {
    readonly userId: string;
    readonly name: string;
    readonly email: string;
  }[];
  /** How many clients there may be beside those that there are. */
  readonly room: number;
  /** Whether the person may have others work for a client. */
  readonly mayAssign: boolean;
  /** The person. */
  readonly userId: string;
}

/** Each row as it is kept: `ready`, or with its problems. The quota goes to the first rows that are good. */
export function checkClientRows(rows: readonly ClientRow[], known: Known): ImportedRow[] {
  let { room } = known;
  return rows.map((row) => {
    const people = row.people.map((word) => memberOf(word, known));
    const assigneeIds = people.flatMap((found) =>
      typeof found === 'string' ? [] : [found.userId],
    );
    const problems = new Set<ClientRowProblem>(row.problems);
    for (const found of people) if (typeof found === 'string') problems.add(found);
    if (!known.mayAssign && assigneeIds.some((id) => id !== known.userId))
      problems.add('assigning_forbidden');
    const there = thereAlready(row, known);
    if (there !== null) problems.add(there);
    if (problems.size === 0 && (room -= 1) < 0) problems.add('over_quota');
    const state = problems.size === 0 ? 'ready' : 'problem';
    return { ...row, state, problems: [...problems], assigneeIds: [...new Set(assigneeIds)] };
  });
}

/** Why a row cannot be offered beside what there is; null: it can. */
export function thereAlready(
  { email, creditCode, name }: Pick<ClientRow, 'email' | 'creditCode' | 'name'>,
  { offered, clients }: Pick<Known, 'offered' | 'clients'>,
): 'already_offered' | 'already_client' | null {
  if (offered.has(email)) return 'already_offered';
  return [email, creditCode, name].some((key) => key !== '' && clients.has(key))
    ? 'already_client'
    : null;
}

/** The member whom a name or an address means. Two of one name are told apart by their addresses. */
function memberOf(
  word: string,
  { members }: Pick<Known, 'members'>,
): Known['members'][number] | 'person_unknown' | 'person_ambiguous' {
  const email = normalEmail(word);
  const found = members.filter((member) =>
    email === null ? member.name.trim() === word : normalEmail(member.email) === email,
  );
  if (found.length > 1) return 'person_ambiguous';
  return found[0] ?? 'person_unknown';
}
