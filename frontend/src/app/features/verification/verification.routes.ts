import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('verification', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const verificationRoutes: Routes = [
  {
    path: '',
    title: 'screens.verify',
    providers: [texts],
    loadComponent: () => import('./verification.page').then((m) => m.VerificationPage),
  },
  {
    path: ':code',
    title: 'screens.verify',
    providers: [texts],
    loadComponent: () => import('./verification.page').then((m) => m.VerificationPage),
  },
];
