import { signal } from '@angular/core';
import { type Problem, problemOf } from '../../core/errors/problem';

/** What a section of the account's page does at a time, and what came in its way. */
export class SectionWork {
  private readonly working = signal(false);
  private readonly failed = signal<Problem | null>(null);

  readonly isBusy = this.working.asReadonly();
  readonly problem = this.failed.asReadonly();

  /** @returns whether it was done; false too where something is under way already */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.working()) return false;
    this.working.set(true);
    this.failed.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.failed.set(problemOf(error));
      return false;
    } finally {
      this.working.set(false);
    }
  }

  clear(): void {
    this.failed.set(null);
  }
}
