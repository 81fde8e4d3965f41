import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('templates', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const templateRoutes: Routes = [
  {
    path: '',
    providers: [texts],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'screens.templates',
        loadComponent: () => import('./templates.page').then((m) => m.TemplatesPage),
      },
      {
        path: ':templateId',
        title: 'screens.template',
        loadComponent: () => import('./template.page').then((m) => m.TemplatePage),
      },
    ],
  },
];
