import { QuietTimer } from '../typing/quiet-timer';

/** Runs once things have been quiet for `rest` milliseconds, and after `longest` at the latest. */
export class AfterRest {
  private readonly timer = new QuietTimer();
  private since: number | null = null;

  constructor(
    private readonly rest: number,
    private readonly longest: number,
    private readonly run: () => void,
  ) {}

  /** Something happened. */
  wait(): void {
    this.since ??= performance.now();
    const left = this.since + this.longest - performance.now();
    this.timer.start(Math.max(0, Math.min(this.rest, left)), () => {
      this.since = null;
      this.run();
    });
  }
}
