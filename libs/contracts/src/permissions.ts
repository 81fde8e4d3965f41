import { permissionsOfAreas, type GrantedAreas } from './areas';
import type { AnyRole, OrganizationKind, ROLES_OF_KIND } from './organization-kinds';
import {
  ACCOUNT_PERMISSIONS,
  ORGANIZATION_PERMISSIONS,
  PLATFORM_PERMISSIONS,
  type AccountPermission,
  type OrganizationPermission,
  type Permission,
  type PlatformPermission,
} from './permission-names';

type Permissions = ReadonlySet<OrganizationPermission>;
type RolePermissions = {
  readonly [Kind in OrganizationKind]: Readonly<
    Record<(typeof ROLES_OF_KIND)[Kind][number], Permissions>
  >;
};

/** What everybody has who belongs to an organization, whatever it is and however it stands. */
const belonging = ['organizations:read', 'organizations:leave', 'application:read'] as const;
/** Of a consultancy alone: an enterprise has no clients, and prepares nothing for them. */
const ofConsultancies: readonly Permission[] = [
  'portfolio:use',
  'templates:read',
  'templates:write',
];
/** Of a body alone: what it says of itself, the applications that reach it, and what it certifies. */
const ofBodies: readonly OrganizationPermission[] = [
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
];
const ofEnterprises = ORGANIZATION_PERMISSIONS.filter(
  (permission) => !ofConsultancies.includes(permission) && !ofBodies.includes(permission),
);
const reading = ofEnterprises.filter(
  (permission) => permission.endsWith(':read') && permission !== 'audit:read',
);
/** Whoever leads an organization decides whether it goes on, and takes out everything. */
const ending = ['organizations:close', 'organizations:export'] as const;
const ofOwners: readonly Permission[] = [
  'application:write',
  'members:write',
  'audit:read',
  ...ending,
  'engagements:offer',
  'engagements:write',
];
const working = ofEnterprises.filter((permission) => !ofOwners.includes(permission));
/** Whoever evaluates sees what was handed in. */
const evaluating = ['cases:read', 'certificates:read', 'body:read'] as const;
/** At the desk: applications come in, plans and certificates go out; nothing is evaluated or decided there. */
const registering = [
  ...evaluating,
  'cases:register',
  'cases:plan',
  'certificates:write',
  'body:write',
] as const;
/** An organization that works on the data of others has people, schemes and a name, and no system of its own. */
const present = [...belonging, 'members:read', 'catalogue:read', 'own_schemes:read'] as const;
const leading = [
  ...present,
  ...ending,
  'application:write',
  'members:write',
  'schemes:write',
  'audit:read',
] as const;

/** Who may do what in the own organization: the whole table. */
export const ROLE_PERMISSIONS: RolePermissions = {
  enterprise: {
    owner: new Set(ofEnterprises),
    editor: new Set(working),
    respondent: new Set([...belonging, 'catalogue:read']),
    viewer: new Set([...belonging, ...reading]),
  },
  consultancy: {
    owner: new Set([
      ...leading,
      'portfolio:use',
      'templates:read',
      'templates:write',
      'engagements:read',
      'engagements:offer',
      'engagements:write',
    ]),
    consultant: new Set([
      ...present,
      'schemes:write',
      'portfolio:use',
      'templates:read',
      'templates:write',
      'engagements:read',
      'engagements:offer',
    ]),
    viewer: new Set([...present, 'portfolio:use', 'templates:read', 'engagements:read']),
  },
  assessment_body: {
    director: new Set([...leading, ...ofBodies]),
    registrar: new Set([...present, 'schemes:write', ...registering]),
    lead_assessor: new Set([...present, ...evaluating, 'cases:plan', 'cases:evaluate']),
    assessor: new Set([...present, ...evaluating, 'cases:evaluate']),
    reviewer: new Set([...present, ...evaluating, 'cases:review']),
  },
  authority: { officer: new Set([...belonging, ...ending, 'members:read']) },
};

/** Roles that may write in the data of others, where a grant says so; the others of that kind only read. */
const WRITING_FOR_OTHERS: ReadonlySet<string> = new Set(['owner', 'consultant']);

const accountPermissions: ReadonlySet<string> = new Set(ACCOUNT_PERMISSIONS);
const platformPermissions: ReadonlySet<string> = new Set(PLATFORM_PERMISSIONS);

/** True when the permission needs only a signed-in person and no organization. */
export function isAccountPermission(permission: Permission): permission is AccountPermission {
  return accountPermissions.has(permission);
}

/** True when the permission belongs to accounts that the settings name. */
export function isPlatformPermission(permission: Permission): permission is PlatformPermission {
  return platformPermissions.has(permission);
}

/** True when the permission is one inside an organization, whose id is part of the route. */
export function isOrganizationPermission(
  permission: Permission,
): permission is OrganizationPermission {
  return !isAccountPermission(permission) && !isPlatformPermission(permission);
}

const aboutItself: ReadonlySet<Permission> = new Set<Permission>([
  'application:read',
  'application:write',
  'organizations:leave',
  'organizations:close',
  'organizations:export',
]);

/** True for what people do about their organization itself: it is theirs however it stands. */
export function isAboutItself(permission: Permission): boolean {
  return aboutItself.has(permission);
}

/** As what somebody asks: of their own organization, or by the grant of another one. */
interface Standing {
  /** Of the organization that acts. */
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
  /** What the data's owner opened; null in the own organization. */
  readonly grant: GrantedAreas | null;
}

/** Whether whoever stands so holds a permission of an organization. */
export function isPermitted(
  { kind, role, grant }: Standing,
  permission: OrganizationPermission,
): boolean {
  if (grant === null) return ownPermissions(kind, role).has(permission);
  // By grants nobody but consultancies works yet; what another kind may do is said when it may.
  if (kind !== 'consultancy' || ownPermissions(kind, role).size === 0) return false;
  const writable = WRITING_FOR_OTHERS.has(role) ? grant.writable : [];
  return permissionsOfAreas({ ...grant, writable }).has(permission);
}

/** Nothing for a role that the kind does not know. */
function ownPermissions(kind: OrganizationKind, role: AnyRole): Permissions {
  const roles: Readonly<Partial<Record<AnyRole, Permissions>>> = ROLE_PERMISSIONS[kind];
  return roles[role] ?? new Set();
}
