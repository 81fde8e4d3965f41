import {
  ERROR_TEXTS,
  type ErrorCode,
  type FieldCode,
  type TextParameters,
  type Wording,
} from '@liangxing/contracts';

/** One wrong value of a request. `path` is like `team.0.name`. */
export interface FieldProblem {
  readonly path: string;
  readonly code: FieldCode | (string & {});
  /** Parameters of the message in the catalogue, or an own wording for a code outside of it. */
  readonly parameters?: TextParameters;
  readonly wording?: Wording;
}

interface ProblemExtras {
  readonly errors?: readonly FieldProblem[];
  /** What is stored now, for 409. */
  readonly current?: unknown;
  readonly cause?: unknown;
}

/** An expected failure with a stable code; the filter turns it into application/problem+json. */
export class ProblemError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly parameters: TextParameters = {},
    readonly extras: ProblemExtras = {},
  ) {
    super(code, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.status = ERROR_TEXTS[code].status;
  }
}

/** Missing and not yours answer alike. */
export function notFound(): ProblemError {
  return new ProblemError('not_found');
}

/** @param current what is stored now, in the shape that reading it gives */
export function versionConflict(current: unknown): ProblemError {
  return new ProblemError('version_conflict', {}, { current });
}

export function validationFailed(...errors: readonly FieldProblem[]): ProblemError {
  return new ProblemError('validation_failed', {}, { errors });
}
