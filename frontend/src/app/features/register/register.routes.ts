import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('register', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** 证书查询, for everybody. */
export const registerRoutes: Routes = [
  {
    path: '',
    title: 'screens.certificateRegister',
    providers: [texts],
    loadComponent: () => import('./register.page').then((m) => m.RegisterPage),
  },
  {
    path: ':code',
    title: 'screens.certificateRegister',
    providers: [texts],
    loadComponent: () => import('./registered.page').then((m) => m.RegisteredPage),
  },
];

/** 公示, for everybody. */
export const publicityRoutes: Routes = [
  {
    path: '',
    title: 'screens.publicities',
    providers: [texts],
    loadComponent: () => import('./publicities.page').then((m) => m.PublicitiesPage),
  },
];
