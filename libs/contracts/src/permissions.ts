/** What a member is in an organization; the table below says what that allows. */
export const ROLES = ['owner', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Rights inside one organization: its id is part of the route. */
const ORGANIZATION_PERMISSIONS = [
  'organizations:read',
  'members:read',
  'members:write',
  'profile:read',
  'profile:write',
  'overview:read',
  'standards:read',
  'standards:write',
  'catalogue:read',
  'systems:read',
  'systems:write',
  'assessments:read',
  'assessments:write',
  'schemes:write',
  'records:read',
  'records:write',
  'improvements:read',
  'improvements:write',
  'evidence:read',
  'evidence:write',
  'dossiers:read',
  'dossiers:write',
  'audit:read',
] as const;

/** Rights of every signed-in person, whatever the organization. */
const ACCOUNT_PERMISSIONS = ['account:use', 'organizations:create', 'schemes:read'] as const;

export type OrganizationPermission = (typeof ORGANIZATION_PERMISSIONS)[number];
export type AccountPermission = (typeof ACCOUNT_PERMISSIONS)[number];
export type Permission = OrganizationPermission | AccountPermission;

const reading = ORGANIZATION_PERMISSIONS.filter(
  (permission) => permission.endsWith(':read') && permission !== 'audit:read',
);
const working = ORGANIZATION_PERMISSIONS.filter(
  (permission) => permission !== 'members:write' && permission !== 'audit:read',
);

/** Who may do what: the whole table. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, ReadonlySet<OrganizationPermission>>> = {
  owner: new Set(ORGANIZATION_PERMISSIONS),
  editor: new Set(working),
  viewer: new Set(reading),
};

const accountPermissions: ReadonlySet<string> = new Set(ACCOUNT_PERMISSIONS);

/** True when the permission needs only a signed-in person and no organization. */
export function isAccountPermission(permission: Permission): permission is AccountPermission {
  return accountPermissions.has(permission);
}

/** Whether a member of this role holds a permission; account permissions belong to everyone signed in. */
export function isPermitted(role: Role, permission: Permission): boolean {
  return isAccountPermission(permission) || ROLE_PERMISSIONS[role].has(permission);
}
