import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('catalogue', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const currencyRoutes: Routes = [
  {
    path: '',
    title: 'screens.currency',
    providers: [texts],
    loadComponent: () => import('./currency.page').then((m) => m.CurrencyPage),
  },
];
