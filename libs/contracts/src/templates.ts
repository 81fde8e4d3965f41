import type { Area } from './areas';
import type { OrganizationPermission } from './permission-names';

/** What a consultancy prepares once and copies to its clients. */
export const TEMPLATE_KINDS = ['structure', 'numbering', 'drafts', 'actions', 'scheme'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** The parts of a client's data into which a template is copied: own standards belong to the system and stand in the register. */
export const TEMPLATE_AREAS: Readonly<Record<TemplateKind, readonly Area[]>> = {
  structure: ['system'],
  numbering: ['register', 'system'],
  drafts: ['register', 'system'],
  actions: ['improvements'],
  scheme: ['assessment'],
};

/** What somebody needs at the client to whom a template is copied. */
export const TEMPLATE_PERMISSIONS: Readonly<Record<TemplateKind, OrganizationPermission>> = {
  structure: 'systems:write',
  numbering: 'standards:write',
  drafts: 'standards:write',
  actions: 'improvements:write',
  scheme: 'schemes:write',
};

/** Stands in a numbering rule for the code of each client: `Q/{企业代号} {类别}{序号:4}-{年}`. */
export const ENTERPRISE_CODE_FIELD = '{企业代号}';

/** A code of an enterprise as it stands behind `Q/`. */
export const ENTERPRISE_CODE = /^[A-Z]{2,8}$/;

/** A numbering rule with the code of one client in it. */
export const withEnterpriseCode = (pattern: string, code: string): string =>
  pattern.replaceAll(ENTERPRISE_CODE_FIELD, code);

/** To so many clients at once. */
export const MOST_COPIES = 100;
/** Drafts or actions at all clients together, in one request. */
export const MOST_COPIED_ROWS = 3_000;
/** Word files at all clients together, in one request. */
export const MOST_COPIED_FILES = 300;
/** So many names of what a copy makes, and of what is there, are told. */
export const MOST_NAMES_TOLD = 5;

/**
 * What becomes of one client: all or what was lacking is copied; everything is there already; something else stands in
 * its place and is kept; the code of the enterprise has to be said first; the client refuses.
 */
export const COPY_OUTCOMES = ['copied', 'present', 'kept', 'code_missing', 'refused'] as const;
export type CopyOutcome = (typeof COPY_OUTCOMES)[number];
