import type { Routes } from '@angular/router';
import { evidenceTexts } from './evidence-texts';

export const evidenceRoutes: Routes = [
  {
    path: '',
    title: 'screens.evidence',
    providers: [evidenceTexts],
    loadComponent: () => import('./evidence.page').then((m) => m.EvidencePage),
  },
];
