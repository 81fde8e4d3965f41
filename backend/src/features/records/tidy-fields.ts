import {
  recordKind,
  recordProblems,
  wholeRecord,
  type RecordFields,
  type RecordKindId,
} from '@liangxing/contracts';
import { tidyLine, tidyLines } from '@liangxing/tables';
import { validationFailed } from '../../kernel/pure';

/** Texts as they are kept: one way of writing blanks, nothing invisible. Idempotent. */
export function tidyRecord(
  kind: RecordKindId,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const types = new Map(recordKind(kind).fields.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    Object.entries(given).map(([id, value]) => {
      if (typeof value !== 'string') return [id, value];
      return [id, types.get(id) === 'long_text' ? tidyLines(value) : tidyLine(value)];
    }),
  );
}

/**
 * The record as it can be stored.
 * @throws ProblemError validation_failed with a problem per field, `fields.inForceOn`
 */
export function checkedRecord(
  kind: RecordKindId,
  given: Readonly<Record<string, unknown>>,
): RecordFields {
  const tidied = tidyRecord(kind, given);
  const problems = recordProblems(kind, tidied);
  if (problems.length > 0)
    throw validationFailed(
      ...problems.map(({ field, code, parameters }) => ({
        path: `fields.${field}`,
        code,
        ...(parameters === undefined ? {} : { parameters }),
      })),
    );
  return wholeRecord(kind, tidied);
}
