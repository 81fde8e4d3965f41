import type { ErrorCode, TextParameters } from '@liangxing/contracts';

/** Refuses a file in the words of the catalogue, across threads. */
export class WordFileError extends Error {
  override readonly name = 'WordFileError';

  constructor(
    readonly code: ErrorCode,
    readonly params: TextParameters = {},
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}
