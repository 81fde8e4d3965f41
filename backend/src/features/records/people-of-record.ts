import { recordKind, type RecordFields, type RecordKindId } from '@liangxing/contracts';
import { isUuid, validationFailed, type FieldProblem } from '../../kernel';
import { personAtPlace, type PersonAtPlace } from '../organizations';
import type { ShownRecord } from './record';

/** What a person tells of the accounts in a record, by field; null: a name alone. What is left out stays with its name. */
export type ToldAccounts = Readonly<Record<string, unknown>>;

/**
 * Who stands in the fields that name one person.
 * @param before what is stored; null: nothing yet
 * @throws ProblemError validation_failed, `accounts.teacher`: unknown_field, not_uuid
 */
export function peopleOfRecord(
  kind: RecordKindId,
  before: Pick<ShownRecord, 'fields' | 'accounts'> | null,
  fields: RecordFields,
  told: ToldAccounts,
): readonly PersonAtPlace[] {
  const places = recordKind(kind).fields.filter(({ type }) => type === 'person');
  const problems = Object.entries(told).flatMap(([id, userId]): FieldProblem[] => {
    const path = `accounts.${id}`;
    if (!places.some((place) => place.id === id)) return [{ path, code: 'unknown_field' }];
    return isAccount(userId) ? [] : [{ path, code: 'not_uuid' }];
  });
  if (problems.length > 0) throw validationFailed(...problems);
  return places.map(({ id }) =>
    personAtPlace(
      { place: id, paths: { name: `fields.${id}`, userId: `accounts.${id}` } },
      { name: nameIn(before?.fields, id), userId: before?.accounts[id] ?? null },
      { name: nameIn(fields, id), userId: told[id] as string | null | undefined },
    ),
  );
}

const nameIn = (fields: RecordFields | undefined, id: string): string => String(fields?.[id] ?? '');

const isAccount = (told: unknown): boolean =>
  told === null || (typeof told === 'string' && isUuid(told));
