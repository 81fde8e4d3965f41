import { composition } from './composition';

/** One wait at a time for the person to pause; what is due while a composition is open waits on. */
export class QuietTimer {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly typing: { readonly isOpen: boolean } = composition) {}

  /** Begins anew: only the last call counts. */
  start(milliseconds: number, act: () => void): void {
    this.stop();
    this.timer = setTimeout(() => {
      if (this.typing.isOpen) this.start(Math.max(milliseconds, lookAgainMilliseconds), act);
      else act();
    }, milliseconds);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

const lookAgainMilliseconds = 100;
