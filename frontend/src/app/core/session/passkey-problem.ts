import { Problem, problemOf } from '../errors/problem';

/** What browsers call it, and the key of our words for it. */
const TROUBLES: Readonly<Record<string, 'cancelled' | 'known' | 'unsuited'>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
  ConstraintError: 'unsuited',
  NotSupportedError: 'unsuited',
};

/** What came in the way of a passkey: in the browser, whose own words say little, or at the server. */
export function passkeyProblem(error: unknown, translate: (key: string) => string): Problem {
  const name = error instanceof Error ? error.name : '';
  if (!Object.hasOwn(TROUBLES, name)) return problemOf(error);
  const trouble = TROUBLES[name] ?? 'cancelled';
  const [title, detail] = [`session.passkey.${trouble}`, `session.passkey.${trouble}Hint`];
  return new Problem(`passkey_${trouble}`, -1, translate(title), translate(detail));
}
