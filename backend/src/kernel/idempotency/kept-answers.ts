import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { PlatformDatabase } from '../database/platform-database';
import { ProblemError } from '../problems/problem-error';
import type { CreatingRequest } from './creating-request';

/** An answer as it left. */
export interface KeptAnswer {
  readonly status: number;
  readonly etag: string | null;
  /** Empty where the answer had none. */
  readonly body: Buffer;
}

interface Row {
  readonly content: Buffer;
  readonly status: number | null;
  readonly etag: string | null;
  readonly body: Buffer | null;
  /** Its process may still be at work. */
  readonly isFresh: boolean;
}

/** Longer ones are not kept; a repetition is then told that it was done. */
const mostBytes = 1024 * 1024;
const lookAgainMilliseconds = 100;
/** No browser is kept waiting longer for the answer to another request. */
const patienceMilliseconds = 15_000;

/** The answers to the creating requests of the last day, each readable to the person who asked. */
@Injectable()
export class KeptAnswers {
  constructor(private readonly database: PlatformDatabase) {}

  /**
   * The answer to an earlier request with the same key, waited for where that one is still worked on.
   * @returns null where there was none, or where it failed meanwhile
   * @throws ProblemError idempotency_key_reused, request_already_received
   */
  async find(request: CreatingRequest, signal?: AbortSignal): Promise<KeptAnswer | null> {
    const patient = AbortSignal.timeout(patienceMilliseconds);
    for (;;) {
      const row = await this.row(request);
      if (row === undefined) return null;
      if (!row.content.equals(request.content)) throw new ProblemError('idempotency_key_reused');
      const { status, etag, body } = row;
      if (status !== null && body !== null) return { status, etag, body };
      if (status !== null || !row.isFresh || patient.aborted)
        throw new ProblemError('request_already_received');
      signal?.throwIfAborted();
      await setTimeout(lookAgainMilliseconds);
    }
  }

  /** Without a body only that it was done is kept. */
  async keep(
    request: CreatingRequest,
    { status, etag, body }: Omit<KeptAnswer, 'body'> & { readonly body: Buffer | null },
  ): Promise<void> {
    const { userId, name } = request;
    const kept = body === null || body.length > mostBytes ? null : body;
    await this.database.transaction(userId, (manager) =>
      manager.query(
        `UPDATE idempotency_keys SET status = $3, etag = $4, body = $5
         WHERE user_id = $1 AND name = $2`,
        [userId, name, status, etag, kept],
      ),
    );
  }

  /** The request failed with something stored: nobody can say what a repetition would do. */
  async keepUnknown({ userId, name }: CreatingRequest): Promise<void> {
    await this.database.transaction(userId, (manager) =>
      manager.query('UPDATE idempotency_keys SET status = 500 WHERE user_id = $1 AND name = $2', [
        userId,
        name,
      ]),
    );
  }

  /** The request was refused after all: it may be sent again. */
  async forget({ userId, name }: CreatingRequest): Promise<void> {
    await this.database.transaction(userId, (manager) =>
      manager.query('DELETE FROM idempotency_keys WHERE user_id = $1 AND name = $2', [
        userId,
        name,
      ]),
    );
  }

  private async row({ userId, name }: CreatingRequest): Promise<Row | undefined> {
    const [row] = await this.database.readSingle<Row>(
      userId,
      `SELECT content, status, etag, body, taken_at > now() - interval '1 minute' AS "isFresh"
       FROM idempotency_keys WHERE user_id = $1 AND name = $2`,
      [userId, name],
    );
    return row;
  }
}
