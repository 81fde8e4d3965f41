import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('conditions', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const conditionRoutes: Routes = [
  {
    path: '',
    title: 'screens.conditions',
    providers: [texts],
    loadComponent: () => import('./conditions.page').then((m) => m.ConditionsPage),
  },
];
