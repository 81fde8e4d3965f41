import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Observable, type Subscription, of } from 'rxjs';
import { newCorrelationId } from './correlation-id';
import { WorkPlace } from './work-place';
import { workStates } from './work-states';

/** Sends a request under a correlation id. */
type NamedRequest<Answer> = (headers: Readonly<Record<string, string>>) => Observable<Answer>;

interface ReadingOptions {
  /** What has begun to change something is seen through. */
  readonly canCancel?: boolean;
  /** The line belongs to an enterprise; what belongs to none waits without a place. */
  readonly hasPlace?: boolean;
}

/** One file, or one look at a file, on its way through the server's line; one per page. */
@Injectable()
export class FileReading {
  private readonly places = inject(WorkPlace);
  private current: { readonly watching: Subscription; readonly leave: () => void } | undefined;

  /** Null: nothing is under way. */
  readonly state = signal<{ readonly before: number | null; readonly canCancel: boolean } | null>(
    null,
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => this.cancel());
  }

  /** @returns null where the person gave it up */
  run<Answer>(
    request: NamedRequest<Answer>,
    { canCancel = true, hasPlace = true }: ReadingOptions = {},
  ): Promise<Answer | null> {
    this.cancel();
    const correlationId = newCorrelationId();
    const answer = request({ 'X-Correlation-Id': correlationId });
    const place = hasPlace ? this.places.of(correlationId) : of(null);
    this.state.set({ before: null, canCancel });
    return new Promise((resolve, reject) => {
      const watching = workStates({ answer, place }).subscribe({
        next: (state) => {
          if (state.kind === 'waiting') this.state.set({ before: state.before, canCancel });
          else resolve(state.answer);
        },
        error: reject,
      });
      const own = { watching, leave: () => resolve(null) };
      this.current = own;
      watching.add(() => {
        if (this.current !== own) return;
        this.current = undefined;
        this.state.set(null);
      });
    });
  }

  cancel(): void {
    const { current } = this;
    current?.watching.unsubscribe();
    current?.leave();
  }
}
