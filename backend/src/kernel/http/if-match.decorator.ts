import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { ProblemError } from '../problems/problem-error';

/** `"3"` of an If-Match header as 3. @throws ProblemError precondition_required (428) */
export function versionOfIfMatch(header: string | undefined): number {
  const found = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header ?? '');
  if (!found) throw new ProblemError('precondition_required');
  return Number(found[1]);
}

/** Handler parameter: the version that the change was made on. Pair it with `@NeedsIfMatch()` on the handler. */
export const IfMatch = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  versionOfIfMatch(execution.switchToHttp().getRequest<Request>().headers['if-match']),
);

/** Describes the If-Match header in the API description. */
export function NeedsIfMatch(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The version that was read, in quotes.',
      schema: { type: 'string', pattern: '^"\\d+"$' },
    }),
  );
}
