import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('overview', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const overviewRoutes: Routes = [
  {
    path: 'overview',
    title: 'screens.overview',
    providers: [texts],
    loadComponent: () => import('./overview-page').then((m) => m.OverviewPage),
  },
];
