/** More comes in at once than there is room for. */
export class NoRoomError extends Error {}

/** How many bytes may be on their way at once, altogether and of one owner: a crowd waits, it does not fill the disk. */
export class UploadRoom {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostOfOne: number,
  ) {}

  /**
   * @returns gives the room back
   * @throws NoRoomError
   */
  take(owner: string, bytes: number): () => void {
    const own = (this.takenBy.get(owner) ?? 0) + bytes;
    if (this.taken + bytes > this.most || own > this.mostOfOne)
      throw new NoRoomError(`${bytes} more bytes on ${this.taken}`);
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
