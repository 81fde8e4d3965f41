import type { HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { problemOf } from '../errors/problem';
import { SessionService } from './session.service';

/** Who is refused for want of a second factor is led to where it is switched on, and back to this page from there. */
export const leadToSecondFactor: HttpInterceptorFn = (request, next) => {
  // Session and router ask by HTTP themselves: they are made when there is news.
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (problemOf(error).code === 'second_factor_required') void lead(injector);
      },
    }),
  );
};

async function lead(injector: Injector): Promise<void> {
  const router = injector.get(Router);
  await injector
    .get(SessionService)
    .hearNews()
    .catch(() => undefined);
  // Of several requests of one page the first has led away already.
  if (isAccount(router.url)) return;
  await router.navigate(['/account'], { queryParams: { from: router.url } });
}

const isAccount = (url: string): boolean => /^\/account(?![^/?#])/.test(url);
