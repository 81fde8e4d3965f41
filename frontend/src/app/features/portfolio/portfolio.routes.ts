import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { PortfolioStore } from './portfolio-store';

const texts = dictionaryOf('portfolio', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

export const portfolioRoutes: Routes = [
  {
    path: '',
    // The list stays as it is looked at while somebody reads about one client and comes back.
    providers: [texts, PortfolioStore],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'screens.portfolio',
        loadComponent: () => import('./portfolio.page').then((m) => m.PortfolioPage),
      },
      {
        path: 'dates',
        title: 'screens.portfolioDates',
        loadComponent: () => import('./dates.page').then((m) => m.DatesPage),
      },
      {
        path: ':clientId',
        title: 'screens.portfolioClient',
        loadComponent: () => import('./client.page').then((m) => m.ClientPage),
      },
    ],
  },
];
