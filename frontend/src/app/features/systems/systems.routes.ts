import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('systems', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** 标准体系: one frame with the system that is open, one tab per child. */
export const systemRoutes: Routes = [
  {
    path: '',
    title: 'screens.system',
    providers: [texts],
    loadComponent: () => import('./system-frame').then((m) => m.SystemFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./structure.page').then((m) => m.StructurePage),
      },
      {
        path: 'move',
        loadComponent: () => import('./move.page').then((m) => m.MovePage),
      },
      {
        path: 'drafts',
        loadChildren: () => import('./drafts/drafts.routes').then((m) => m.draftRoutes),
      },
      {
        path: '',
        loadChildren: () => import('./documents/documents.routes').then((m) => m.documentRoutes),
      },
    ],
  },
];
