import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('assessments', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const assessmentRoutes: Routes = [
  {
    path: 'assessment',
    title: 'screens.assessment',
    providers: [texts],
    loadComponent: () => import('./scoring-sheet.page').then((m) => m.ScoringSheetPage),
  },
  {
    path: 'assessments',
    title: 'screens.assessments',
    providers: [texts],
    loadComponent: () => import('./assessments.page').then((m) => m.AssessmentsPage),
  },
];
