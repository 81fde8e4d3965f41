import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { organizationTexts } from '../organizations';

const texts = dictionaryOf('bodies', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const bodyRoutes: Routes = [
  {
    path: 'assessors',
    title: 'screens.assessors',
    // Industries are called as in the profile of an enterprise.
    providers: [texts, organizationTexts],
    loadComponent: () => import('./assessors.page').then((m) => m.AssessorsPage),
  },
];
