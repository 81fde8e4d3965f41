import { ERROR_TEXTS, FIELD_MESSAGES, say, type Language } from '@liangxing/contracts';
import type { FieldProblem, ProblemError } from './problem-error';

/** RFC 9457 problem details as they go over the wire. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly correlationId: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
  readonly current?: unknown;
  readonly errorId?: string;
}

export interface ProblemCircumstances {
  readonly language: Language;
  readonly instance: string;
  readonly correlationId: string;
  readonly errorId?: string;
}

function messageOf(problem: FieldProblem, language: Language): string {
  const known = Object.hasOwn(FIELD_MESSAGES, problem.code)
    ? FIELD_MESSAGES[problem.code as keyof typeof FIELD_MESSAGES]
    : FIELD_MESSAGES.invalid;
  return say(problem.wording ?? known, language, problem.parameters);
}

/** The document of a problem in one language; a 5xx says its error id and nothing of its cause. */
export function problemDocument(
  problem: ProblemError,
  { language, instance, correlationId, errorId }: ProblemCircumstances,
): ProblemDocument {
  const text = ERROR_TEXTS[problem.code];
  const { errors, current } = problem.extras;
  return {
    type: `/problems/${problem.code}`,
    title: say(text.title, language, problem.parameters),
    status: problem.status,
    code: problem.code,
    detail: say(text.mend, language, problem.parameters),
    instance,
    correlationId,
    ...(errors === undefined
      ? {}
      : {
          errors: errors.map((error) => ({
            path: error.path,
            code: error.code,
            message: messageOf(error, language),
          })),
        }),
    ...(current === undefined ? {} : { current }),
    ...(errorId === undefined ? {} : { errorId }),
  };
}
