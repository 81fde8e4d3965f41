/** What waits for a turn. */
interface Waiting {
  readonly owner: string;
  readonly id: string;
  readonly begin: () => void;
  readonly giveWay: () => void;
}

/** More wait than the program can hold. */
export class TooManyWaitingError extends Error {}

/**
 * So many at once, the others in a line: owners take turns, so that twelve files of one person do not keep the
 * next person waiting; within an owner first come, first served.
 */
export class Turns {
  private running = 0;
  private readonly lines = new Map<string, Waiting[]>();

  /**
   * @param most how many run at once
   * @param room how many may wait
   * @param ownRoom how many of one owner may wait: nobody fills the line alone
   */
  constructor(
    private readonly most: number,
    private readonly room: number,
    private readonly ownRoom = room,
  ) {}

  /**
   * Does `work` when its turn comes.
   * @param signal leaves the line when it fires; once begun, ending is the work's own affair
   * @throws TooManyWaitingError at once; the signal's reason
   */
  async take<T>(
    owner: string,
    id: string,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    if (this.running < this.most) this.running += 1;
    else await this.wait(owner, id, signal);
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  /** How many begin before it; null: not waiting. */
  placeOf(owner: string, id: string): number | null {
    const own = this.lines.get(owner)?.findIndex((waiting) => waiting.id === id) ?? -1;
    if (own < 0) return null;
    let before = own;
    for (const [other, line] of this.lines)
      if (other !== owner)
        before += Math.min(line.length, own + (this.isAhead(other, owner) ? 1 : 0));
    return before;
  }

  get waiting(): number {
    let count = 0;
    for (const line of this.lines.values()) count += line.length;
    return count;
  }

  private isAhead(other: string, owner: string): boolean {
    for (const name of this.lines.keys()) {
      if (name === other) return true;
      if (name === owner) return false;
    }
    return false;
  }

  private wait(owner: string, id: string, signal: AbortSignal): Promise<void> {
    const ownWaiting = this.lines.get(owner)?.length ?? 0;
    const isFull = this.waiting >= this.room;
    if (ownWaiting >= this.ownRoom || (isFull && !this.makeRoom(ownWaiting)))
      throw new TooManyWaitingError('too much work is waiting');
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.remove(waiting);
        reject(signal.reason as Error);
      };
      const waiting: Waiting = {
        owner,
        id,
        begin: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
        giveWay: () => {
          signal.removeEventListener('abort', leave);
          this.remove(waiting);
          reject(new TooManyWaitingError('gave way to who waits for less'));
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      const line = this.lines.get(owner);
      if (line === undefined) this.lines.set(owner, [waiting]);
      else line.push(waiting);
    });
  }

  /** A few owners cannot keep the others out: who has the most waiting loses the last of it. */
  private makeRoom(ownWaiting: number): boolean {
    let longest: readonly Waiting[] = [];
    for (const line of this.lines.values()) if (line.length > longest.length) longest = line;
    if (longest.length <= ownWaiting + 1) return false;
    longest.at(-1)?.giveWay();
    return true;
  }

  private remove(waiting: Waiting): void {
    const line = (this.lines.get(waiting.owner) ?? []).filter((other) => other !== waiting);
    if (line.length === 0) this.lines.delete(waiting.owner);
    else this.lines.set(waiting.owner, line);
  }

  /** The owner whose turn it was goes to the end of the owners. */
  private next(): void {
    const [first] = this.lines;
    if (first === undefined) {
      this.running -= 1;
      return;
    }
    const [owner, [waiting, ...rest]] = first;
    this.lines.delete(owner);
    if (rest.length > 0) this.lines.set(owner, rest);
    waiting?.begin();
  }
}
