import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('standards', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const standardRoutes: Routes = [
  {
    path: '',
    title: 'screens.standards',
    providers: [texts],
    loadComponent: () => import('./standards-page').then((m) => m.StandardsPage),
  },
  {
    path: 'bin',
    title: 'screens.standardsBin',
    providers: [texts],
    loadComponent: () => import('./bin-page').then((m) => m.BinPage),
  },
  {
    path: 'import',
    title: 'screens.standardsImport',
    providers: [texts],
    loadComponent: () => import('./import-page').then((m) => m.ImportPage),
  },
  {
    path: 'import/:importId',
    title: 'screens.standardsImport',
    providers: [texts],
    loadComponent: () => import('./import-page').then((m) => m.ImportPage),
  },
];
