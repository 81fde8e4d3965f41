import type { OrganizationPermission } from '@liangxing/contracts';
import type { Entry, Membership } from '../core/session/current-organization';
import { isEntered } from '../core/session/home-of';

/** What each step of the journey needs: a step that a grant does not open is not shown. */
export const PERMISSION_OF_STEP: Readonly<Partial<Record<string, OrganizationPermission>>> = {
  conditions: 'assessments:read',
  profile: 'profile:read',
  system: 'systems:read',
  standards: 'standards:read',
  assessment: 'assessments:read',
  gaps: 'assessments:read',
  actions: 'improvements:read',
  dossiers: 'dossiers:read',
};

export interface Page {
  readonly path: string;
  /** As its title is called, where that is not the path. */
  readonly screen?: string;
  /** Pages below it are pages of their own in the menu. */
  readonly isExact?: boolean;
  readonly permission: OrganizationPermission;
  /** Kind of organization whose page it is; else of every one. */
  readonly kind?: Membership['kind'];
  /** Not at a client, whatever it opens. */
  readonly isOwn?: boolean;
  /** Also in an organization that was never opened. */
  readonly isAlways?: boolean;
  /** Not for whom this is permitted: they have another first page. */
  readonly without?: OrganizationPermission;
}

/** Pages beside the journey, in the order of the menu. */
const PAGES: readonly Page[] = [
  {
    path: 'portfolio',
    permission: 'portfolio:use',
    kind: 'consultancy',
    isOwn: true,
    isExact: true,
  },
  {
    path: 'portfolio/dates',
    screen: 'portfolioDates',
    permission: 'portfolio:use',
    kind: 'consultancy',
    isOwn: true,
  },
  { path: 'clients', permission: 'engagements:read', kind: 'consultancy', isOwn: true },
  { path: 'templates', permission: 'templates:read', kind: 'consultancy', isOwn: true },
  { path: 'cases', permission: 'cases:read', kind: 'assessment_body', isOwn: true },
  {
    path: 'certificates',
    permission: 'certificates:read',
    kind: 'assessment_body',
    isOwn: true,
  },
  {
    path: 'case-figures',
    screen: 'caseFigures',
    permission: 'cases:read',
    kind: 'assessment_body',
    isOwn: true,
  },
  { path: 'assessors', permission: 'body:read', kind: 'assessment_body', isOwn: true },
  { path: 'body', permission: 'body:read', kind: 'assessment_body', isOwn: true },
  {
    path: 'application',
    permission: 'application:read',
    isOwn: true,
    isAlways: true,
    without: 'overview:read',
  },
  { path: 'submissions', permission: 'submissions:read' },
  { path: 'records', permission: 'records:read' },
  { path: 'evidence', permission: 'evidence:read' },
  { path: 'schemes', permission: 'own_schemes:read', isOwn: true },
  { path: 'engagements', permission: 'engagements:read', kind: 'enterprise', isOwn: true },
  { path: 'members', permission: 'members:read', isOwn: true },
  { path: 'settings', permission: 'organizations:leave', isOwn: true, isAlways: true },
];

/** Those that somebody may open here; an organization that waits or has no workbench shows what it is first. */
export function pagesFor(
  place: Membership | Entry,
  can: (permission: OrganizationPermission) => boolean,
): readonly Page[] {
  const isActing = 'actingId' in place;
  return PAGES.filter(
    ({ permission, kind, isOwn = false, isAlways = false, without }) =>
      (isAlways || isEntered(place.state)) &&
      !(isOwn && isActing) &&
      (kind === undefined || (kind === place.kind && !isActing)) &&
      can(permission) &&
      (without === undefined || !can(without)),
  );
}
