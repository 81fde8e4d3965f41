import { signal } from '@angular/core';
import { Once } from './once';

/** Work of a button, which is disabled by `isBusy` while it goes on; a double click is one click. */
export class Busy {
  private readonly working = signal(false);
  private readonly once = new Once((isWorking) => this.working.set(isWorking));

  readonly isBusy = this.working.asReadonly();

  /**
   * @param what see `Once`
   * @returns undefined where the work was not begun, for it goes on already: what follows it belongs into the work
   */
  run<Result>(work: () => Promise<Result>, what: string): Promise<Result | undefined> {
    return this.once.run(work, what);
  }
}
