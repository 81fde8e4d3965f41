export const restMilliseconds = 400;

/** Milliseconds to wait after so many failures: each wait is twice as long as the one before, up to 48 s. */
export function waitAfter(earlierFailures: number): number {
  return 3_000 * 2 ** Math.min(earlierFailures, 4);
}

/** Failures that pass by themselves: no line, signed out, too many requests, trouble of the server. */
export function isPassing(status: number): boolean {
  return status < 400 || status >= 500 || [401, 408, 429].includes(status);
}

/** The server is there, but stumbles over this one thing: others need not wait for it. */
export function isOfOneThing(status: number): boolean {
  return status >= 500 && ![502, 503, 504].includes(status);
}

interface Pause {
  readonly failures: number;
  readonly until: number;
}

/** Things that failed and are not tried again before their time, which grows with every failure. */
export class Pauses {
  private readonly pauses = new Map<string, Pause>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  get size(): number {
    return this.pauses.size;
  }

  begin(id: string): void {
    const failures = this.pauses.get(id)?.failures ?? 0;
    this.pauses.set(id, { failures: failures + 1, until: this.now() + waitAfter(failures) });
  }

  /** It went well, or nobody waits for it any more. */
  end(id: string): void {
    this.pauses.delete(id);
  }

  /** All of them may be tried now; what fails once more waits longer than before. */
  cutShort(): void {
    for (const [id, { failures }] of this.pauses) this.pauses.set(id, { failures, until: 0 });
  }

  /** Milliseconds until it may be tried; 0: now. */
  leftOf(id: string): number {
    return Math.max(0, (this.pauses.get(id)?.until ?? 0) - this.now());
  }
}
