import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('platform', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const platformRoutes: Routes = [
  {
    path: '',
    providers: [texts],
    loadComponent: () => import('./platform-frame').then((m) => m.PlatformFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'screens.platform',
        loadComponent: () => import('./organizations.page').then((m) => m.OrganizationsPage),
      },
      {
        path: 'trail',
        title: 'screens.trail',
        loadComponent: () => import('./platform-trail.page').then((m) => m.PlatformTrailPage),
      },
      {
        path: 'organizations/:id',
        title: 'screens.platformOrganization',
        loadComponent: () => import('./organization.page').then((m) => m.OrganizationPage),
      },
    ],
  },
];
