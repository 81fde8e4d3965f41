import { say, signOnErrors, type Language } from '@liangxing/contracts';
import { Problem } from '../errors/problem';

/**
 * What came in the way of single sign-on, in words: the server leads back to a page with the code alone.
 * @param code from the address, which anybody may have written; what is no such code is nothing
 */
export function signOnProblem(code: string | undefined, language: Language): Problem | null {
  if (code === undefined || !Object.hasOwn(signOnErrors, code)) return null;
  const { status, title, mend } = signOnErrors[code as keyof typeof signOnErrors];
  return new Problem(code, status, say(title, language), say(mend, language));
}
