import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '../access/request-context';
import { ProblemError } from '../problems/problem-error';

/** How many bytes may be on their way at once, altogether and of one owner: a crowd waits, it does not fill the disk. */
export class UploadRoom {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostOfOne: number,
  ) {}

  /**
   * Room for what a request announces, or for the largest file where it announces nothing.
   * @returns gives the room back
   * @throws ProblemError busy
   */
  enter(
    { organizationId, userId }: Pick<RequestContext, 'organizationId' | 'userId'>,
    request: IncomingMessage,
    maxBytes: number,
  ): () => void {
    const announced = Number(request.headers['content-length'] ?? maxBytes);
    try {
      return this.take(organizationId || userId, Math.min(announced, maxBytes));
    } catch (error) {
      request.resume();
      throw error;
    }
  }

  /** @throws ProblemError busy */
  take(owner: string, bytes: number): () => void {
    const own = (this.takenBy.get(owner) ?? 0) + bytes;
    if (this.taken + bytes > this.most || own > this.mostOfOne)
      throw new ProblemError('busy', { seconds: 10 });
    this.taken += bytes;
    this.takenBy.set(owner, own);
    return () => {
      this.taken -= bytes;
      const left = (this.takenBy.get(owner) ?? 0) - bytes;
      if (left > 0) this.takenBy.set(owner, left);
      else this.takenBy.delete(owner);
    };
  }
}
