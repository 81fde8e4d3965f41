import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('improvements', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const improvementRoutes: Routes = [
  {
    path: '',
    title: 'screens.actions',
    providers: [texts],
    loadComponent: () => import('./actions.page').then((m) => m.ActionsPage),
  },
];
