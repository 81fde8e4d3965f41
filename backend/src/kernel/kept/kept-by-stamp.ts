interface Kept<Value> {
  readonly stamp: string;
  readonly made: Promise<Value>;
  /** Known once it is made. */
  size: number;
}

interface KeptLimits<Value> {
  /** Sum of the sizes of all values; what was asked for longest ago goes first. */
  readonly most: number;
  readonly sizeOf: (value: Value) => number;
}

/**
 * What costs much to work out, in memory for as long as what it was made from has not changed. The stamp names that
 * state and comes from the database, so every process is right however many there are. Keys begin with the organization.
 */
export class KeptByStamp<Value> {
  private readonly values = new Map<string, Kept<Value>>();

  constructor(private readonly limits: KeptLimits<Value>) {}

  /**
   * The value of that key and stamp. Those who ask at once wait for the same one.
   * @param stamp read before what the value is made from: a value may be newer than its stamp, never older
   */
  of(key: string, stamp: string, make: () => Promise<Value>): Promise<Value> {
    const kept = this.values.get(key);
    this.values.delete(key);
    if (kept?.stamp === stamp) {
      this.values.set(key, kept);
      return kept.made;
    }
    const made: Kept<Value> = { stamp, made: make(), size: 0 };
    this.values.set(key, made);
    made.made.then(
      (value) => {
        made.size = this.limits.sizeOf(value);
        this.makeRoom();
      },
      () => {
        if (this.values.get(key) === made) this.values.delete(key);
      },
    );
    return made.made;
  }

  /** The value of that key and stamp where it is kept, or on its way. */
  known(key: string, stamp: string): Promise<Value> | undefined {
    const kept = this.values.get(key);
    return kept?.stamp === stamp ? kept.made : undefined;
  }

  private makeRoom(): void {
    let size = 0;
    for (const kept of this.values.values()) size += kept.size;
    for (const [key, kept] of this.values) {
      if (size <= this.limits.most) return;
      this.values.delete(key);
      size -= kept.size;
    }
  }
}
