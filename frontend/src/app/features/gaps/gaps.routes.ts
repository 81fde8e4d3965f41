import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('gaps', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const gapsRoutes: Routes = [
  {
    path: '',
    title: 'screens.gaps',
    providers: [texts],
    loadComponent: () => import('./gaps.page').then((m) => m.GapsPage),
  },
];
