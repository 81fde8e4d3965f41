import type { Routes } from '@angular/router';
import { organizationTexts as texts } from './texts';

export const organizationRoutes: Routes = [
  {
    path: 'profile',
    title: 'screens.profile',
    providers: [texts],
    loadComponent: () => import('./profile/profile-page').then((m) => m.ProfilePage),
  },
  {
    path: 'profile/duties',
    title: 'screens.duties',
    providers: [texts],
    loadComponent: () => import('./duties/duties.page').then((m) => m.DutiesPage),
  },
  {
    path: 'members',
    title: 'screens.members',
    providers: [texts],
    loadComponent: () => import('./members/members-page').then((m) => m.MembersPage),
  },
  {
    path: 'application',
    title: 'screens.application',
    providers: [texts],
    loadComponent: () => import('./application/application.page').then((m) => m.ApplicationPage),
  },
  {
    path: 'settings',
    title: 'screens.settings',
    providers: [texts],
    loadComponent: () => import('./settings/settings.page').then((m) => m.SettingsPage),
  },
  {
    path: 'members/trail',
    title: 'screens.trail',
    providers: [texts],
    loadComponent: () => import('./trail/trail.page').then((m) => m.TrailPage),
  },
];

export const newEnterpriseRoutes: Routes = [
  {
    path: '',
    title: 'screens.newEnterprise',
    providers: [texts],
    loadComponent: () => import('./new-enterprise').then((m) => m.NewEnterprisePage),
  },
];
