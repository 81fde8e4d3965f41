import { DOUBLE_CLICK_MS, lastRefusal } from './double-click';

/** Work that a click begins and the next one must not begin again. */
export class Once {
  private isWorking = false;
  private begunAt = Number.NEGATIVE_INFINITY;
  private begun = '';

  constructor(private readonly show: (isWorking: boolean) => void) {}

  /**
   * Does nothing while the last work goes on, nor for the second click of a double click where that was quick.
   * @param what is asked for: something else is no second click, however soon it comes
   * @returns undefined where nothing was done
   */
  async run<Result>(work: () => Promise<Result>, what: string): Promise<Result | undefined> {
    const now = performance.now();
    const wasRefused = lastRefusal.at > this.begunAt;
    const isSecond = what === this.begun && now - this.begunAt < DOUBLE_CLICK_MS && !wasRefused;
    if (this.isWorking || isSecond) return undefined;
    this.begunAt = now;
    this.begun = what;
    this.tell(true);
    try {
      return await work();
    } finally {
      this.tell(false);
    }
  }

  private tell(isWorking: boolean): void {
    this.isWorking = isWorking;
    this.show(isWorking);
  }
}
