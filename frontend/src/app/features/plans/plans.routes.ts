import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('plans', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** A page of a case. */
export const planRoutes: Routes = [
  {
    path: '',
    providers: [texts],
    loadComponent: () => import('./plan.page').then((m) => m.PlanPage),
  },
];
