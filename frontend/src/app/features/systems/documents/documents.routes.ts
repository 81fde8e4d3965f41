import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../../core/i18n/dictionaries';

const texts = dictionaryOf('documents', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** The tabs that print the system: diagram, list, statistics, notes. */
export const documentRoutes: Routes = [
  {
    path: '',
    providers: [texts],
    loadComponent: () => import('./documents-tabs').then((m) => m.DocumentsTabs),
    children: [
      {
        path: 'diagram',
        loadComponent: () => import('./diagram.page').then((m) => m.DiagramPage),
      },
      { path: 'list', loadComponent: () => import('./list.page').then((m) => m.ListPage) },
      {
        path: 'statistics',
        loadComponent: () => import('./statistics.page').then((m) => m.StatisticsPage),
      },
      { path: 'notes', loadComponent: () => import('./notes.page').then((m) => m.NotesPage) },
    ],
  },
];
