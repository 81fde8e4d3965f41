import type { HttpInterceptorFn } from '@angular/common/http';
import { tap } from 'rxjs';
import { problemOf } from '../errors/problem';
import { lastRefusal } from './double-click';
import { IntentKeys, intentOf } from './intent-keys';

/** Of this tab; another one is another intent. */
const keys = new IntentKeys();

/**
 * Every creating request has a key, so that the server does once what a double click, an impatient second try or a retry
 * after a lost connection asks for again. Without an answer, or after a fault of the server, nobody knows what was done:
 * the next try has the same key.
 */
export const giveKey: HttpInterceptorFn = (request, next) => {
  // What changes a thing has its version for that; a refusal lets it be put right at once as well.
  if (request.method !== 'POST') return next(request).pipe(tap({ error: noteRefusal }));
  const intent = intentOf(request);
  const headers = { 'Idempotency-Key': keys.keyOf(intent) };
  return next(request.clone({ setHeaders: headers })).pipe(
    tap({
      complete: () => keys.done(intent),
      error: (error: unknown) => {
        noteRefusal();
        const { status } = problemOf(error);
        if (status >= 400 && status < 500) keys.refused(intent);
      },
    }),
  );
};

function noteRefusal(): void {
  lastRefusal.at = performance.now();
}
