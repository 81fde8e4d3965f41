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

interface Page {
  readonly path: string;
  readonly permission: OrganizationPermission;
  /** Kind of organization whose page it is; else of every one. */
  readonly kind?: Membership['kind'];
  /** Not at a client, whatever it opens. */
  readonly isOwn?: boolean;
}

/** Pages beside the journey, in the order of the menu. */
const PAGES: readonly Page[] = [
  { path: 'clients', permission: 'engagements:read', kind: 'consultancy', isOwn: true },
  { path: 'records', permission: 'records:read' },
  { path: 'evidence', permission: 'evidence:read' },
  { path: 'schemes', permission: 'organizations:read', isOwn: true },
  { path: 'engagements', permission: 'engagements:read', kind: 'enterprise', isOwn: true },
  { path: 'members', permission: 'members:read', isOwn: true },
];

/** Those that somebody may open here; an organization that waits or has no workbench shows what it is first. */
export function pagesFor(
  place: Membership | Entry,
  can: (permission: OrganizationPermission) => boolean,
): readonly string[] {
  const isActing = 'actingId' in place;
  const shown = PAGES.filter(
    ({ permission, kind, isOwn = false }) =>
      isEntered(place.state) &&
      !(isOwn && isActing) &&
      (kind === undefined || (kind === place.kind && !isActing)) &&
      can(permission),
  ).map(({ path }) => path);
  return can('overview:read') || isActing ? shown : ['application', ...shown];
}
