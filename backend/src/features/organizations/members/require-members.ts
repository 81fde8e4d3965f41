import { isWritten } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { type FieldProblem, type RequestContext, validationFailed } from '../../../kernel';
import { membersAmong } from './members.repository';

/** A person whom a request names, and the one who stood there before. */
export interface ToldPerson {
  /** Of the name and of the account in the request, like `owner` and `ownerUserId`. */
  readonly paths: { readonly name: string; readonly userId: string };
  readonly name: string;
  readonly userId: string | null;
  readonly before: string | null;
}

/**
 * Whoever is named by an account is a member of this organization and has a printed name. An account that stood there
 * already is not asked for again: whoever works by a grant sees no members, and leaves those who are named.
 * @throws ProblemError validation_failed: not_a_member, required
 */
export async function requireMembers(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
  people: readonly ToldPerson[],
): Promise<void> {
  const named = people.filter(({ userId }) => userId !== null);
  const asked = named.filter(({ userId, before }) => userId !== before);
  const members = await membersAmong(
    manager,
    organizationId,
    asked.flatMap(({ userId }) => userId ?? []),
  );
  const problems: FieldProblem[] = [
    ...named
      .filter(({ name }) => !isWritten(name))
      .map(({ paths }) => ({ path: paths.name, code: 'required' })),
    ...asked
      .filter(({ userId }) => !members.has(userId))
      .map(({ paths }) => ({ path: paths.userId, code: 'not_a_member' })),
  ];
  if (problems.length > 0) throw validationFailed(...problems);
}
