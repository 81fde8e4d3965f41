import { inject } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivateFn, Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '../errors/notices';
import { CurrentOrganization } from './current-organization';
import { SessionService } from './session.service';

/** Signed in, or off to the sign-in page and back to the same address afterwards. */
export const requireSession: CanActivateFn = async (_route, state) => {
  const session = inject(SessionService);
  const router = inject(Router);
  await session.ready();
  return session.user()
    ? true
    : router.createUrlTree(['/sign-in'], { queryParams: { from: state.url } });
};

/** A member of the enterprise in the address; anyone else is told so, and led to where they belong. */
export const requireMembership: CanActivateFn = async (route: ActivatedRouteSnapshot, state) => {
  const session = inject(SessionService);
  const organization = inject(CurrentOrganization);
  const router = inject(Router);
  const notices = inject(Notices);
  const transloco = inject(TranslocoService);
  // Guards of one route start together: who is signed in may not be known yet.
  await session.ready();
  if (!session.user()) return false;
  const id = route.paramMap.get('organizationId') ?? '';
  const isMember = session.memberships().some(({ organizationId }) => organizationId === id);
  if (!isMember) {
    const toSignIn = ['/sign-in'];
    const extras = { queryParams: { from: state.url } };
    notices.told(transloco.translate('session.noAccess'), {
      label: transloco.translate('session.otherAccount'),
      run: () => void session.signOut().then(() => router.navigate(toSignIn, extras)),
    });
    return router.createUrlTree(['/']);
  }
  organization.choose(id);
  return true;
};

/** Where `/` leads: the enterprise opened last, or to a first one. */
export const leadHome: CanActivateFn = async () => {
  const session = inject(SessionService);
  const router = inject(Router);
  const organization = inject(CurrentOrganization);
  await session.ready();
  if (!session.user()) return router.createUrlTree(['/sign-in']);
  const id = organization.preferred();
  return router.createUrlTree(id ? ['/o', id, 'overview'] : ['/new-enterprise']);
};
