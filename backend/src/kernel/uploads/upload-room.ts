import { ProblemError } from '../problems/problem-error';

/** More comes in at once than there is room for. */
export class NoRoomError extends Error {}

/** Without room: come again; every other error as it is. */
export function busyWithoutRoom(error: unknown): unknown {
  if (!(error instanceof NoRoomError)) return error;
  return new ProblemError('busy', { seconds: 10 }, { cause: error });
}

/** One upload on its way. */
export interface UploadPlace {
  /**
   * So many more bytes have come.
   * @throws NoRoomError
   */
  grow(bytes: number): void;
  /** The upload lies nowhere any more. */
  leave(): void;
}

/**
 * How many bytes may be on their way at once, altogether and of one person: a crowd waits, it does not fill the disk.
 * What has come counts, and not what was announced: else a few connections that send nothing take all of it.
 */
export class UploadRoom {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostOfOne: number,
  ) {}

  /**
   * @param announced is refused before it comes where there would be no room for it now
   * @throws NoRoomError
   */
  enter(owner: string, announced: number): UploadPlace {
    this.check(owner, announced);
    let held = 0;
    return {
      grow: (bytes) => {
        this.check(owner, bytes);
        held += bytes;
        this.add(owner, bytes);
      },
      leave: () => {
        this.add(owner, -held);
        held = 0;
      },
    };
  }

  private check(owner: string, more: number): void {
    if (this.taken + more > this.most || (this.takenBy.get(owner) ?? 0) + more > this.mostOfOne)
      throw new NoRoomError(`${more} more bytes on ${this.taken}`);
  }

  private add(owner: string, bytes: number): void {
    this.taken += bytes;
    const own = (this.takenBy.get(owner) ?? 0) + bytes;
    if (own > 0) this.takenBy.set(owner, own);
    else this.takenBy.delete(owner);
  }
}
