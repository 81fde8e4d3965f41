import { problemOf } from '../errors/problem';
import { QuietTimer } from '../typing/quiet-timer';
import { isPassing, waitAfter } from './pauses';

/** A look at what the server has now: tried again like a sending until it has answered. */
export class LookAgain {
  private readonly timer = new QuietTimer();
  private asked = 0;
  /** Null: nothing waits for a failure to pass. */
  private waiting: (() => void) | null = null;

  /** @param look what is read and shown; a later one replaces it */
  async begin(look: () => Promise<void>, earlierFailures = 0): Promise<void> {
    this.stop();
    const asked = this.asked;
    try {
      await look();
    } catch (error) {
      if (asked !== this.asked || !isPassing(problemOf(error).status)) return;
      this.waiting = () => void this.begin(look, earlierFailures + 1);
      this.timer.start(waitAfter(earlierFailures), this.waiting);
    }
  }

  /** There is hope: what waits is tried now. */
  hurry(): void {
    this.waiting?.();
  }

  stop(): void {
    this.asked += 1;
    this.waiting = null;
    this.timer.stop();
  }
}
