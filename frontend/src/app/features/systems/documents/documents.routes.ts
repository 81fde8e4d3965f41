import type { Routes } from '@angular/router';

/** The tabs that print the system: diagram, list, statistics, notes. */
export const documentRoutes: Routes = ['diagram', 'list', 'statistics', 'notes'].map((path) => ({
  path,
  loadComponent: () => import('./placeholder.page').then((m) => m.PlaceholderPage),
}));
