import { inject } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  type CanActivateFn,
  Router,
  type UrlTree,
} from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '../errors/notices';
import { problemOf } from '../errors/problem';
import { ClientSwitching } from './client-switching';
import { CurrentOrganization } from './current-organization';
import { homeOf, isEntered } from './home-of';
import { SessionService } from './session.service';

/**
 * Waits until it is known who is signed in.
 * @returns where it leads on a machine on which a case was taken along, and there is no server; null: it is known
 */
async function leadOffline(session: SessionService, router: Router): Promise<UrlTree | null> {
  try {
    await session.ready();
    return null;
  } catch (error) {
    // Only such a machine has a worker, and opens pages without a server.
    const isKept = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
    if (isKept && problemOf(error).isOffline) return router.createUrlTree(['/offline']);
    throw error;
  }
}

/** Signed in, or off to the sign-in page and back to the same address afterwards. */
export const requireSession: CanActivateFn = async (_route, state) => {
  const session = inject(SessionService);
  const router = inject(Router);
  const offline = await leadOffline(session, router);
  if (offline) return offline;
  return session.user()
    ? true
    : router.createUrlTree(['/sign-in'], { queryParams: { from: state.url } });
};

/**
 * Who belongs to the organization in the address, or acts for it; anyone else is told so, and led to where they belong.
 * Who lacks the second factor that it asks for is led to the own account, and back from there.
 */
export const requireMembership: CanActivateFn = async (route: ActivatedRouteSnapshot, state) => {
  const session = inject(SessionService);
  const organization = inject(CurrentOrganization);
  const router = inject(Router);
  const notices = inject(Notices);
  const transloco = inject(TranslocoService);
  const switching = inject(ClientSwitching);
  // Guards of one route start together: who is signed in may not be known yet.
  const offline = await leadOffline(session, router);
  if (offline) return offline;
  if (!session.user()) return false;
  const id = route.paramMap.get('organizationId') ?? '';
  const isHere = (each: { readonly organizationId: string }): boolean => each.organizationId === id;
  const place = session.memberships().find(isHere) ?? session.entries().find(isHere);
  if (!place) {
    const toSignIn = ['/sign-in'];
    const extras = { queryParams: { from: state.url } };
    const action = switching.isOffered()
      ? { label: transloco.translate('acting.switch'), run: () => void switching.open() }
      : {
          label: transloco.translate('session.otherAccount'),
          run: () => void session.signOut().then(() => router.navigate(toSignIn, extras)),
        };
    notices.told(transloco.translate('session.noAccess'), action);
    return router.createUrlTree(['/']);
  }
  if (
    'requiresSecondFactor' in place &&
    place.requiresSecondFactor &&
    !session.user()?.hasSecondFactor
  )
    return router.createUrlTree(['/account'], { queryParams: { from: state.url } });
  organization.choose(id);
  const home = homeOf(place);
  // Whoever is not let in for more still leaves, or gives it up.
  const always = [home.join('/'), `/o/${id}/settings`];
  const isInside =
    isEntered(place.state) || always.some((address) => state.url.startsWith(address));
  return isInside || router.createUrlTree([...home]);
};

/** For those whom the settings name; others are led home, and the server refuses them in any case. */
export const requireAdministrator: CanActivateFn = async () => {
  const session = inject(SessionService);
  const router = inject(Router);
  await session.ready();
  return session.user()?.isPlatformAdministrator === true || router.createUrlTree(['/']);
};

/** Where `/` leads: the organization opened last, the platform for who looks after it, or to a first one. */
export const leadHome: CanActivateFn = async () => {
  const session = inject(SessionService);
  const router = inject(Router);
  const organization = inject(CurrentOrganization);
  const offline = await leadOffline(session, router);
  if (offline) return offline;
  if (!session.user()) return router.createUrlTree(['/sign-in']);
  const preferred = organization.preferred();
  if (preferred) return router.createUrlTree([...homeOf(preferred)]);
  const isAdministrator = session.user()?.isPlatformAdministrator === true;
  return router.createUrlTree([isAdministrator ? '/platform' : '/new-enterprise']);
};
