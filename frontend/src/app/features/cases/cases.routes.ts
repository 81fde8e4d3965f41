import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { organizationTexts } from '../organizations';

const texts = dictionaryOf('cases', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const caseRoutes: Routes = [
  {
    path: 'cases',
    title: 'screens.cases',
    providers: [texts],
    loadComponent: () => import('./cases.page').then((m) => m.CasesPage),
  },
  {
    path: 'cases/:id',
    title: 'screens.case',
    // What changed in a profile is told in its words.
    providers: [texts, organizationTexts],
    loadComponent: () => import('./case-frame').then((m) => m.CaseFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'screens.casePages.materials',
        data: { casePage: 'materials' },
        loadComponent: () => import('./case.page').then((m) => m.CasePage),
      },
      {
        path: 'sheet',
        title: 'screens.casePages.sheet',
        data: { casePage: 'sheet' },
        loadChildren: () => import('../sheets/sheets.routes').then((m) => m.sheetRoutes),
      },
      {
        path: 'findings',
        title: 'screens.casePages.findings',
        data: { casePage: 'findings' },
        loadChildren: () => import('../sheets/sheets.routes').then((m) => m.findingRoutes),
      },
      {
        path: 'plan',
        title: 'screens.casePages.plan',
        data: { casePage: 'plan' },
        loadChildren: () => import('../plans/plans.routes').then((m) => m.planRoutes),
      },
      {
        path: 'conclusion',
        title: 'screens.casePages.conclusion',
        data: { casePage: 'conclusion' },
        loadChildren: () =>
          import('../certificates/certificates.routes').then((m) => m.conclusionRoutes),
      },
    ],
  },
  {
    path: 'case-figures',
    title: 'screens.caseFigures',
    providers: [texts],
    loadComponent: () => import('./case-figures.page').then((m) => m.CaseFiguresPage),
  },
  {
    path: 'body',
    title: 'screens.body',
    providers: [texts],
    loadComponent: () => import('./body.page').then((m) => m.BodyPage),
  },
];
