import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { requireSession } from '../../core/session/guards';

const texts = dictionaryOf('accounts', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const accountRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'screens.signIn',
    providers: [texts],
    loadComponent: () => import('./sign-in').then((m) => m.SignInPage),
  },
  {
    path: 'register',
    title: 'screens.register',
    providers: [texts],
    loadComponent: () => import('./register').then((m) => m.RegisterPage),
  },
  {
    path: 'reset-password',
    title: 'screens.resetPassword',
    providers: [texts],
    loadComponent: () => import('./reset-password').then((m) => m.ResetPasswordPage),
  },
  {
    path: 'reset-password/:token',
    title: 'screens.resetPassword',
    providers: [texts],
    loadComponent: () => import('./reset-password').then((m) => m.ResetPasswordPage),
  },
  {
    path: 'confirm-email/:token',
    title: 'screens.confirmEmail',
    providers: [texts],
    loadComponent: () => import('./confirm-email').then((m) => m.ConfirmEmailPage),
  },
  {
    path: 'change-email/:token',
    title: 'screens.confirmEmail',
    data: { isChange: true },
    providers: [texts],
    loadComponent: () => import('./confirm-email').then((m) => m.ConfirmEmailPage),
  },
  {
    path: 'account',
    title: 'screens.account',
    canActivate: [requireSession],
    providers: [texts],
    loadComponent: () => import('./account-page').then((m) => m.AccountPage),
  },
];
