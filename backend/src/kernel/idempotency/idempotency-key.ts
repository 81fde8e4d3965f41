import { validationFailed } from '../problems/problem-error';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
/** As OpenAPI and the check say it. */
export const IDEMPOTENCY_PATTERN = '^[\\w.:-]{8,100}$';
const pattern = new RegExp(IDEMPOTENCY_PATTERN);

/** @throws ProblemError validation_failed for what is no key */
export function checkedKey(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (pattern.test(given)) return given;
  throw validationFailed({ path: IDEMPOTENCY_HEADER, code: 'invalid' });
}
