import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { KernelRequest } from '../http/request-facts';

const current = new AsyncLocalStorage<CreatingRequest>();

/** The key is that of a request which committed while this one was on its way: take everything back. */
export class KeyTakenError extends Error {
  override readonly name = 'KeyTakenError';
}

/**
 * A request with a key, while it is worked on. The first transaction of it that writes takes the key in the same
 * transaction, so that key and effect are there together or not at all. Another request with the key waits in that
 * statement until this transaction ends.
 */
export class CreatingRequest {
  private taken = false;

  private constructor(
    readonly userId: string,
    /** Hash of route and key: a route may hold a secret. */
    readonly name: Buffer,
    /** Hash of everything that the request says. */
    readonly content: Buffer,
  ) {}

  static of(request: KernelRequest, userId: string, key: string): CreatingRequest {
    const { method, originalUrl, headers } = request;
    const [path = ''] = originalUrl.split('?', 1);
    // Nobody has read an upload yet; as long and of the same name means the same file.
    const body: unknown = request.body ?? headers['content-length'] ?? null;
    const said = JSON.stringify([originalUrl, headers['if-match'] ?? null, body]);
    return new CreatingRequest(userId, sha256(`${method} ${path}\n${key}`), sha256(said));
  }

  static current(): CreatingRequest | undefined {
    return current.getStore();
  }

  /** Whether something of this request is stored. */
  get isTaken(): boolean {
    return this.taken;
  }

  /** What `work` starts belongs to this request. */
  run<Result>(work: () => Result): Result {
    return current.run(this, work);
  }

  /**
   * Call as the first statement of a transaction that writes.
   * @returns whether the transaction took the key; call `giveBack` where it ends without a commit
   * @throws KeyTakenError
   */
  async take(client: Client, userId: string): Promise<boolean> {
    // Before any wait: another transaction of this request goes on beside it.
    if (this.taken || userId !== this.userId) return false;
    this.taken = true;
    try {
      const { rowCount } = await client.query(
        `INSERT INTO idempotency_keys (user_id, name, content) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [userId, this.name, this.content],
      );
      if (rowCount === 0) throw new KeyTakenError('another request has this key');
      return true;
    } catch (error) {
      this.taken = false;
      throw error;
    }
  }

  giveBack(): void {
    this.taken = false;
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
