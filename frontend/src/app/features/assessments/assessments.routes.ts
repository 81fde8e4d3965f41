import type { Routes } from '@angular/router';
import { assessmentTexts } from './texts';

export const assessmentRoutes: Routes = [
  {
    path: 'assessment',
    title: 'screens.assessment',
    providers: [assessmentTexts],
    loadComponent: () => import('./scoring-sheet.page').then((m) => m.ScoringSheetPage),
  },
  {
    path: 'assessments',
    title: 'screens.assessments',
    providers: [assessmentTexts],
    loadComponent: () => import('./assessments.page').then((m) => m.AssessmentsPage),
  },
];
