import {
  ERROR_TEXTS,
  FIELD_MESSAGES,
  say,
  waitingWords,
  wholeText,
  type Language,
  type TextParameters,
} from '@liangxing/contracts';
import type { FieldProblem, ProblemError } from './problem-error';

/** RFC 9457 problem details as they go over the wire. */
interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly correlationId: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
  /** How many more there are than `errors` names. */
  readonly moreErrors?: number;
  readonly current?: unknown;
  readonly errorId?: string;
}

/** Nobody mends more at once, and an answer should not be longer than what was sent. */
const MOST_ERRORS = 50;
const LONGEST_PATH = 300;

interface ProblemCircumstances {
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

/** Seconds for Retry-After become a time that people say. */
function inWords(parameters: TextParameters, language: Language): TextParameters {
  const { seconds } = parameters;
  if (typeof seconds !== 'number') return parameters;
  return { ...parameters, when: waitingWords(seconds, language) };
}

/** The document of a problem in one language; a 5xx says its error id and nothing of its cause. */
export function problemDocument(
  problem: ProblemError,
  { language, instance, correlationId, errorId }: ProblemCircumstances,
): ProblemDocument {
  const text = ERROR_TEXTS[problem.code];
  const parameters = inWords(problem.parameters, language);
  const { errors, current } = problem.extras;
  return {
    type: `/problems/${problem.code}`,
    title: say(text.title, language, parameters),
    status: problem.status,
    code: problem.code,
    detail: say(text.mend, language, parameters),
    instance,
    correlationId,
    ...(errors === undefined
      ? {}
      : {
          errors: errors.slice(0, MOST_ERRORS).map((error) => ({
            path: wholeText(error.path.slice(0, LONGEST_PATH)),
            code: error.code,
            message: messageOf(error, language),
          })),
        }),
    ...(errors !== undefined && errors.length > MOST_ERRORS
      ? { moreErrors: errors.length - MOST_ERRORS }
      : {}),
    ...(current === undefined ? {} : { current }),
    ...(errorId === undefined ? {} : { errorId }),
  };
}
