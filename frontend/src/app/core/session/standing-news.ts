import type { HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { tap } from 'rxjs';
import { problemOf } from '../errors/problem';
import { SessionService } from './session.service';

const CODES: readonly string[] = [
  'organization_waiting',
  'organization_refused',
  'organization_suspended',
  'organization_closing',
];

/** A refusal because of how the organization stands is news: the frame says it, not the one page alone. */
export const hearOfStanding: HttpInterceptorFn = (request, next) => {
  // The session asks by HTTP itself: it is made when there is news.
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (CODES.includes(problemOf(error).code))
          void injector
            .get(SessionService)
            .hearNews()
            .catch(() => undefined);
      },
    }),
  );
};
