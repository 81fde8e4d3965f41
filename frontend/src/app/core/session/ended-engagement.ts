import type { HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { OpenOrganization } from '../api/open-organization';
import { Problem, problemOf } from '../errors/problem';
import { CurrentOrganization } from './current-organization';
import { SessionService } from './session.service';

/**
 * A client that answers "not found" or "not permitted" may have ended the engagement: who one is is asked anew, and where
 * it has ended that is what the request failed of. What was typed is then set aside, as for anything that was closed. A
 * refusal for how an organization stands says so itself.
 */
export const hearOfEnd: HttpInterceptorFn = (request, next) => {
  // The session asks by HTTP itself: it is made when there is news.
  const injector = inject(Injector);
  const { id } = inject(OpenOrganization);
  const asked = id();
  return next(request).pipe(
    catchError((error: unknown) => {
      const { status, code } = problemOf(error);
      const isOfClient = request.url.startsWith(`/api/organizations/${asked}`);
      const isNews = status === 404 || (status === 403 && !code.startsWith('organization_'));
      if (!isNews || asked === '' || !isOfClient) return throwError(() => error);
      const organization = injector.get(CurrentOrganization);
      const entry = organization.entry();
      if (entry?.organizationId !== asked) return throwError(() => error);
      const heard = injector.get(SessionService).hearNews();
      return from(heard.catch(() => undefined)).pipe(
        switchMap(() =>
          throwError(() => {
            if (organization.id() !== asked || !organization.hasEnded()) return error;
            const transloco = injector.get(TranslocoService);
            const { organizationName: name } = entry;
            return new Problem(
              'engagement_ended',
              404,
              transloco.translate('acting.ended', { name }),
              transloco.translate('acting.endedHint'),
            );
          }),
        ),
      );
    }),
  );
};
