import { creditCodeProblem } from '@liangxing/contracts';
import { validationFailed } from '../../../kernel';

/**
 * A unified social credit code as people type it, in upper case and without blanks.
 * @throws ProblemError validation_failed with the one thing that is wrong with it
 */
export function requiredCreditCode(typed: string): string {
  const code = typed.replace(/\s/g, '').toUpperCase();
  const problem = code === '' ? 'required' : creditCodeProblem(code);
  if (problem !== undefined) throw validationFailed({ path: 'creditCode', code: problem });
  return code;
}
