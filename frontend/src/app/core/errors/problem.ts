import { HttpErrorResponse } from '@angular/common/http';

/** One thing wrong with one field: `path` as in the request body, `departments.2.name`. */
interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly correlationId?: string;
  readonly errorId?: string;
  readonly errors?: readonly FieldProblem[];
  readonly current?: unknown;
}

/**
 * A request that did not succeed, as every caller sees it (RFC 9457 on the wire).
 * `status` 0 and code `offline`: the server was not reached, nothing was lost by trying again.
 */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
    /** 409 `version_conflict`: the value that is stored now. */
    readonly current: unknown = undefined,
    readonly correlationId = '',
    readonly errorId = '',
  ) {
    super(`${code}: ${title}`);
    this.name = 'Problem';
  }

  get isOffline(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get isConflict(): boolean {
    return this.code === 'version_conflict';
  }

  /** What is wrong with a field or a part of it: with `departments` also `departments.2.name`. */
  within(path: string): readonly FieldProblem[] {
    return this.fields.filter((field) => `${field.path}.`.startsWith(`${path}.`));
  }

  /** The message for one field, or an empty text. */
  field(path: string): string {
    return this.fields.find((field) => field.path === path)?.message ?? '';
  }
}

function bodyOf(error: HttpErrorResponse): ProblemBody {
  const body: unknown = error.error;
  if (typeof body === 'string') {
    try {
      const parsed: unknown = JSON.parse(body);
      return typeof parsed === 'object' && parsed !== null ? parsed : {};
    } catch {
      return {};
    }
  }
  return typeof body === 'object' && body !== null ? body : {};
}

/** Any thrown thing as a `Problem`; what is not a request's failure gets the code `unexpected`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof HttpErrorResponse)) {
    return new Problem('unexpected', -1, '', error instanceof Error ? error.message : '');
  }
  if (error.status === 0) return new Problem('offline', 0, '', '');
  const body = bodyOf(error);
  return new Problem(
    body.code ?? (error.status >= 500 ? 'server_error' : 'unexpected'),
    error.status,
    body.title ?? '',
    body.detail ?? '',
    body.errors ?? [],
    body.current,
    body.correlationId ?? error.headers.get('x-correlation-id') ?? '',
    body.errorId ?? '',
  );
}
