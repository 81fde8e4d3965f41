import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('submissions', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const submissionRoutes: Routes = [
  {
    path: '',
    title: 'screens.submissions',
    providers: [texts],
    loadComponent: () => import('./submissions.page').then((m) => m.SubmissionsPage),
  },
  {
    path: ':id',
    title: 'screens.submission',
    providers: [texts],
    loadComponent: () => import('./submission.page').then((m) => m.SubmissionPage),
  },
];
