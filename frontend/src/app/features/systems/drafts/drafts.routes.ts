import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../../core/i18n/dictionaries';

const texts = dictionaryOf('drafts', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** The tab that writes missing standards. Query: outline, title, expectation, node. */
export const draftRoutes: Routes = [
  {
    path: '',
    providers: [texts],
    loadComponent: () => import('./drafts.page').then((m) => m.DraftsPage),
  },
];
