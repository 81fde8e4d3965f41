import { inject } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  type CanActivateFn,
  Router,
  type Routes,
} from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { SessionService } from '../../core/session/session.service';

const texts = dictionaryOf('catalogue', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** Others are led to the overview; the server refuses them in any case. */
const requireMaintainer: CanActivateFn = (route) =>
  inject(SessionService).user()?.isCatalogueMaintainer === true ||
  inject(Router).createUrlTree(['/o', organizationOf(route), 'overview']);

const organizationOf = ({ pathFromRoot }: ActivatedRouteSnapshot): string =>
  pathFromRoot.map(({ paramMap }) => paramMap.get('organizationId')).find(Boolean) ?? '';

export const maintenanceRoutes: Routes = [
  {
    path: '',
    title: 'screens.catalogueMaintenance',
    providers: [texts],
    canActivate: [requireMaintainer],
    loadComponent: () => import('./maintenance.page').then((m) => m.MaintenancePage),
  },
];

export const currencyRoutes: Routes = [
  {
    path: '',
    title: 'screens.currency',
    providers: [texts],
    loadComponent: () => import('./currency.page').then((m) => m.CurrencyPage),
  },
];
