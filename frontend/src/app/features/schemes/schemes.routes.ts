import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('schemes', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const schemeRoutes: Routes = [
  {
    path: '',
    title: 'screens.schemes',
    providers: [texts],
    loadComponent: () => import('./schemes.page').then((m) => m.SchemesPage),
  },
  {
    path: 'entries/:entryId',
    title: 'screens.schemeEntry',
    providers: [texts],
    loadComponent: () => import('./entries/entry.page').then((m) => m.EntryPage),
  },
];
