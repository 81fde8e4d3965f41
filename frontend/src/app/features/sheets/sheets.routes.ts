import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { assessmentTexts } from '../assessments';

const texts = dictionaryOf('sheets', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

const takenAlongTexts = dictionaryOf('takenAlong', {
  'zh-CN': () => import('./taken-along/i18n/zh-CN.json'),
  en: () => import('./taken-along/i18n/en.json'),
});

/** Cases that were taken along on this machine; it needs no session. */
export const offlineRoutes: Routes = [
  {
    path: '',
    title: 'screens.offline',
    providers: [texts, assessmentTexts, takenAlongTexts],
    loadComponent: () => import('./taken-along/offline.page').then((m) => m.OfflinePage),
  },
];

/** 评分 of a case. */
export const sheetRoutes: Routes = [
  {
    path: '',
    // Items are judged in the words of the self-evaluation.
    providers: [texts, assessmentTexts, takenAlongTexts],
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
