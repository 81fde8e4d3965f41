import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { assessmentTexts } from '../assessments';

const texts = dictionaryOf('sheets', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** 评分 of a case. */
export const sheetRoutes: Routes = [
  {
    path: '',
    // Items are judged in the words of the self-evaluation.
    providers: [texts, assessmentTexts],
    loadComponent: () => import('./sheet.page').then((m) => m.SheetPage),
  },
];

/** 不符合项 and the conclusion of a case. */
export const findingRoutes: Routes = [
  {
    path: '',
    providers: [texts],
    loadComponent: () => import('./findings.page').then((m) => m.FindingsPage),
  },
];
