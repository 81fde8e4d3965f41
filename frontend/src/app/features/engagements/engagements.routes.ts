import type { Routes } from '@angular/router';
import { dictionaryOf } from '../../core/i18n/dictionaries';

const texts = dictionaryOf('engagements', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});

/** Inside an organization. */
export const engagementRoutes: Routes = [
  {
    path: 'engagements',
    title: 'screens.engagements',
    providers: [texts],
    loadComponent: () => import('./engagements.page').then((m) => m.EngagementsPage),
  },
  {
    path: 'clients',
    title: 'screens.clients',
    providers: [texts],
    loadComponent: () => import('./clients.page').then((m) => m.ClientsPage),
  },
  {
    path: 'clients/import',
    title: 'screens.clientImport',
    providers: [texts],
    loadComponent: () => import('./client-import.page').then((m) => m.ClientImportPage),
  },
];

/** Where the link of a mail leads. */
export const mailedOfferRoutes: Routes = [
  {
    path: '',
    title: 'screens.engagementOffer',
    providers: [texts],
    loadComponent: () => import('./mailed-offer.page').then((m) => m.MailedOfferPage),
  },
];
