/** What an organization is; it stays what it was founded as. */
export const ORGANIZATION_KINDS = [
  'enterprise',
  'consultancy',
  'assessment_body',
  'authority',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** What people are in an organization of each kind; the database checks the same pairs. */
export const ROLES_OF_KIND = {
  /** A respondent answers what is assigned to them. */
  enterprise: ['owner', 'editor', 'respondent', 'viewer'],
  consultancy: ['owner', 'consultant', 'viewer'],
  assessment_body: ['director', 'registrar', 'lead_assessor', 'assessor', 'reviewer'],
  authority: ['officer'],
} as const satisfies Readonly<Record<OrganizationKind, readonly string[]>>;

/** A role in an organization of any kind. */
export type AnyRole = (typeof ROLES_OF_KIND)[OrganizationKind][number];

export const ANY_ROLES: readonly AnyRole[] = [...new Set(Object.values(ROLES_OF_KIND).flat())];

/** What a member can be made, by kind; a respondent gets items before there is such a role to give. */
export const OFFERED_ROLES: Readonly<Record<OrganizationKind, readonly AnyRole[]>> = {
  ...ROLES_OF_KIND,
  enterprise: ['owner', 'editor', 'viewer'],
};
