import type { Routes } from '@angular/router';

/** The tab that writes missing standards. Query: outline, title, expectation, node. */
export const draftRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./placeholder.page').then((m) => m.PlaceholderPage),
  },
];
