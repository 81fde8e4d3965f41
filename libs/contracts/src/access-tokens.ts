import { AREAS, permissionsOfAreas, type GrantedAreas } from './areas';
import type { OrganizationPermission, Permission } from './permission-names';

/** A personal access token lives at least one day and at most a year. */
export const ACCESS_TOKEN_DAYS = { min: 1, max: 365, usual: 90 } as const;

/** Longest name of one, in characters. */
export const ACCESS_TOKEN_NAME = 60;

/**
 * What tokens can open at most: the areas that a grant can open too. So members, invitations, the application of an
 * organization, its trail, the own account and the platform are never reached by one.
 */
const everything: ReadonlySet<Permission> = permissionsOfAreas({
  readable: AREAS,
  writable: AREAS,
});

/** Whether any access token reaches routes of this permission. */
export function isReachedByTokens(permission: Permission): permission is OrganizationPermission {
  return everything.has(permission);
}

/** Whether a token of these areas opens the permission; what its person may do narrows it further. */
export function isOpenedByToken(areas: GrantedAreas, permission: Permission): boolean {
  return isReachedByTokens(permission) && permissionsOfAreas(areas).has(permission);
}
