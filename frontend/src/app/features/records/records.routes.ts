import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('records', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const recordRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'appointments' },
  {
    path: ':kind',
    title: 'screens.records',
    providers: [texts],
    loadComponent: () => import('./records.page').then((m) => m.RecordsPage),
  },
];
