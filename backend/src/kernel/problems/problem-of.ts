import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { isDatabaseGone } from '../database/database-gone';
import { isRefusedRow } from '../database/entering';
import { ContentTooLargeError, ObjectMissingError, StorageFullError } from '../storage/storage';
import { ProblemError } from './problem-error';

interface Asked {
  readonly isByGrant?: boolean;
  readonly isByToken?: boolean;
}

/** SQLSTATEs that mean something to a person. */
const ofSqlState: Readonly<Record<string, () => ProblemError>> = {
  '23505': () => new ProblemError('conflict'),
  '23503': () => new ProblemError('conflict'),
  // A text with NUL, a number and a day that no column and no calendar has.
  '22021': () => new ProblemError('malformed_request'),
  '22P05': () => new ProblemError('malformed_request'),
  '22003': () => new ProblemError('malformed_request'),
  '22008': () => new ProblemError('malformed_request'),
  '40001': () => new ProblemError('busy', { seconds: 1 }),
  '40P01': () => new ProblemError('busy', { seconds: 1 }),
  '57014': () => new ProblemError('busy', { seconds: 5 }),
};

/**
 * What any failure means to the person who asked.
 * @param asked by what the person came to the data where it failed; neither where nobody is known yet
 */
export function problemOf(
  error: unknown,
  { isByGrant = false, isByToken = false }: Asked,
): ProblemError {
  if (error instanceof ProblemError) {
    const hasTokenEnded = error.code === 'not_signed_in' && isByToken;
    return hasTokenEnded ? new ProblemError('access_token_invalid') : error;
  }
  if (error instanceof ContentTooLargeError) return new ProblemError('payload_too_large');
  if (error instanceof StorageFullError)
    return new ProblemError('storage_full', {}, { cause: error });
  if (error instanceof ObjectMissingError) return new ProblemError('not_found');
  if (isDatabaseGone(error)) return new ProblemError('busy', { seconds: 2 }, { cause: error });
  if (error instanceof QueryFailedError) {
    const code: unknown = (error.driverError as { code?: unknown } | undefined)?.code;
    // What was asked writes in another area too, which the grant or the access token does not open.
    if ((isByGrant || isByToken) && isRefusedRow(error))
      return new ProblemError('forbidden', {}, { cause: error });
    const known = typeof code === 'string' ? ofSqlState[code] : undefined;
    return known?.() ?? new ProblemError('internal', {}, { cause: error });
  }
  return problemOfHttp(statusOf(error)) ?? new ProblemError('internal', {}, { cause: error });
}

/** Nest's exceptions and those of the body parser carry a status; their texts are not for people. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null) return undefined;
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

function problemOfHttp(status: number | undefined): ProblemError | undefined {
  if (status === undefined || status < 400 || status >= 500) return undefined;
  if (status === 401) return new ProblemError('not_signed_in');
  if (status === 403) return new ProblemError('forbidden');
  if (status === 404) return new ProblemError('not_found');
  if (status === 405) return new ProblemError('method_not_allowed');
  if (status === 413) return new ProblemError('payload_too_large');
  if (status === 415) return new ProblemError('unsupported_media_type');
  if (status === 429) return new ProblemError('too_many_requests', { seconds: 60 });
  return new ProblemError('malformed_request');
}
