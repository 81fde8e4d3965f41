/** Rights inside one organization: its id is part of the route. */
export const ORGANIZATION_PERMISSIONS = [
  'organizations:read',
  'organizations:leave',
  'organizations:close',
  'organizations:export',
  'application:read',
  'application:write',
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
  'own_schemes:read',
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
  'portfolio:use',
  'templates:read',
  'templates:write',
  'engagements:read',
  'engagements:offer',
  'engagements:write',
  'submissions:read',
  'submissions:write',
  'cases:read',
  'cases:register',
  'cases:plan',
  'cases:evaluate',
  'cases:review',
  'cases:decide',
  'certificates:read',
  'certificates:write',
  'body:read',
  'body:write',
] as const;

/** Rights of every signed-in person, whatever the organization. */
export const ACCOUNT_PERMISSIONS = ['account:use', 'organizations:create', 'schemes:read'] as const;

/** Rights of accounts that the settings name, whatever the organization; checked when they ask. */
export const PLATFORM_PERMISSIONS = [
  'catalogue:maintain',
  'organizations:approve',
  'platform:audit',
] as const;

export type OrganizationPermission = (typeof ORGANIZATION_PERMISSIONS)[number];
export type AccountPermission = (typeof ACCOUNT_PERMISSIONS)[number];
export type PlatformPermission = (typeof PLATFORM_PERMISSIONS)[number];
export type Permission = OrganizationPermission | AccountPermission | PlatformPermission;
