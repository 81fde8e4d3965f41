import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('dossiers', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const dossierRoutes: Routes = [
  {
    path: '',
    title: 'screens.dossiers',
    providers: [texts],
    loadComponent: () => import('./dossiers.page').then((m) => m.DossiersPage),
  },
];
