import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('certificates', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** Certificates of a body. */
export const certificateRoutes: Routes = [
  {
    path: '',
    title: 'screens.certificates',
    providers: [texts],
    loadComponent: () => import('./certificates.page').then((m) => m.CertificatesPage),
  },
  {
    path: ':id',
    title: 'screens.certificate',
    providers: [texts],
    loadComponent: () => import('./certificate.page').then((m) => m.CertificatePage),
  },
];

/** 结论与证书 of a case. */
export const conclusionRoutes: Routes = [
  {
    path: '',
    providers: [texts],
    loadComponent: () => import('./conclusion.page').then((m) => m.ConclusionPage),
  },
];
