import type { Routes } from '@angular/router';
import { nameTheAssessment } from './core/assessment/name-the-assessment';
import {
  leadHome,
  requireAdministrator,
  requireMembership,
  requireSession,
} from './core/session/guards';

/** Every screen is loaded when it is first opened; features own the routes below their folder. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [leadHome], children: [] },
  {
    path: '',
    loadChildren: () => import('./features/accounts/accounts.routes').then((m) => m.accountRoutes),
  },
  {
    path: 'verify',
    loadChildren: () =>
      import('./features/verification/verification.routes').then((m) => m.verificationRoutes),
  },
  {
    path: 'certificates',
    loadChildren: () => import('./features/register/register.routes').then((m) => m.registerRoutes),
  },
  {
    path: 'publicities',
    loadChildren: () =>
      import('./features/register/register.routes').then((m) => m.publicityRoutes),
  },
  {
    path: 'offline',
    loadChildren: () => import('./features/sheets/sheets.routes').then((m) => m.offlineRoutes),
  },
  {
    path: 'new-enterprise',
    canActivate: [requireSession],
    loadChildren: () =>
      import('./features/organizations/organizations.routes').then((m) => m.newEnterpriseRoutes),
  },
  {
    path: 'engagement-offer',
    canActivate: [requireSession],
    loadChildren: () =>
      import('./features/engagements/engagements.routes').then((m) => m.mailedOfferRoutes),
  },
  {
    path: 'platform',
    canActivate: [requireSession, requireAdministrator],
    loadChildren: () => import('./features/platform/platform.routes').then((m) => m.platformRoutes),
  },
  {
    path: 'o/:organizationId',
    canActivate: [requireSession, requireMembership],
    canActivateChild: [nameTheAssessment],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', canActivate: [leadHome], children: [] },
      {
        path: '',
        loadChildren: () =>
          import('./features/overview/overview.routes').then((m) => m.overviewRoutes),
      },
      {
        path: '',
        loadChildren: () =>
          import('./features/organizations/organizations.routes').then((m) => m.organizationRoutes),
      },
      {
        path: '',
        loadChildren: () =>
          import('./features/engagements/engagements.routes').then((m) => m.engagementRoutes),
      },
      {
        path: '',
        loadChildren: () => import('./features/cases/cases.routes').then((m) => m.caseRoutes),
      },
      {
        path: '',
        loadChildren: () => import('./features/bodies/bodies.routes').then((m) => m.bodyRoutes),
      },
      {
        path: 'certificates',
        loadChildren: () =>
          import('./features/certificates/certificates.routes').then((m) => m.certificateRoutes),
      },
      {
        path: 'submissions',
        loadChildren: () =>
          import('./features/submissions/submissions.routes').then((m) => m.submissionRoutes),
      },
      {
        path: 'system',
        loadChildren: () => import('./features/systems/systems.routes').then((m) => m.systemRoutes),
      },
      {
        path: 'standards/currency',
        loadChildren: () =>
          import('./features/catalogue/catalogue.routes').then((m) => m.currencyRoutes),
      },
      {
        path: 'catalogue',
        loadChildren: () =>
          import('./features/catalogue/catalogue.routes').then((m) => m.maintenanceRoutes),
      },
      {
        path: 'standards',
        loadChildren: () =>
          import('./features/standards/standards.routes').then((m) => m.standardRoutes),
      },
      {
        path: 'conditions',
        loadChildren: () =>
          import('./features/conditions/conditions.routes').then((m) => m.conditionRoutes),
      },
      {
        path: 'gaps',
        loadChildren: () => import('./features/gaps/gaps.routes').then((m) => m.gapsRoutes),
      },
      {
        path: '',
        loadChildren: () =>
          import('./features/assessments/assessments.routes').then((m) => m.assessmentRoutes),
      },
      {
        path: 'schemes',
        loadChildren: () => import('./features/schemes/schemes.routes').then((m) => m.schemeRoutes),
      },
      {
        path: 'actions',
        loadChildren: () =>
          import('./features/improvements/improvements.routes').then((m) => m.improvementRoutes),
      },
      {
        path: 'records',
        loadChildren: () => import('./features/records/records.routes').then((m) => m.recordRoutes),
      },
      {
        path: 'evidence',
        loadChildren: () =>
          import('./features/evidence/evidence.routes').then((m) => m.evidenceRoutes),
      },
      {
        path: 'portfolio',
        loadChildren: () =>
          import('./features/portfolio/portfolio.routes').then((m) => m.portfolioRoutes),
      },
      {
        path: 'templates',
        loadChildren: () =>
          import('./features/templates/templates.routes').then((m) => m.templateRoutes),
      },
      {
        path: 'dossiers',
        loadChildren: () =>
          import('./features/dossiers/dossiers.routes').then((m) => m.dossierRoutes),
      },
    ],
  },
  { path: '**', redirectTo: '' },
];
