import { AREAS, type Area } from '@liangxing/contracts';
import type { TestDatabase } from './test-database';

/** Tables that belong to no tenant, each for a reason. */
const withoutTenant: Readonly<Record<string, string>> = {
  schema_migrations: 'which migrations were run',
  users: 'a person may belong to several organizations',
  sessions: 'known before an organization is chosen',
  access_tokens: 'of a person, known before an organization is chosen',
  password_resets: 'known before anyone is signed in',
  email_confirmations: 'of a person, whatever the organization',
  email_changes: 'of a person, whatever the organization',
  second_factors: 'of a person, whatever the organization',
  recovery_codes: 'of a person, whatever the organization',
  pending_sign_ins: 'known before anyone is signed in',
  linked_identities: 'known before anyone is signed in',
  pending_sign_ons: 'known before anyone is signed in',
  passkeys: 'known before anyone is signed in',
  passkey_challenges: 'known before anyone is signed in',
  rate_limits: 'hashes and counts only',
  idempotency_keys: 'of a person, who founds organizations too; behind policies of its own',
  scheme_versions: 'published for everyone, written by the migrator only',
  catalogue_sources: 'the same for everyone, written by migrator and worker only',
  catalogue_standards: 'the same for everyone, written by migrator and worker only',
  catalogue_replacements: 'the same for everyone, written by migrator and worker only',
  catalogue_imports: 'which files were brought into the catalogue',
  catalogue_uploads: 'files of the maintainers of the catalogue, who belong to no organization',
  platform_events: 'what was done outside of every organization; appended only',
  platform_seals: 'over those lines',
  platform_sealed_events: 'over those lines',
  issued_dossiers: 'public facts, reachable through two narrow functions only',
  registered_certificates:
    'public facts that outlive the body, reachable through two narrow functions only',
  departed_relations:
    'who worked for which enterprise by a consultancy that is gone; one function tells the kind alone',
};

/** Areas of a tenant's data that a grant can open, and the one that none opens. */
const AREAS_AND_TEAM = [...AREAS, 'team'];

/** What every grant opens, whatever its areas, and why. */
const openToEveryGrant: Readonly<Record<string, string>> = {
  'organizations.SELECT': 'whoever works on the data of an organization knows its name',
  'organization_quotas.SELECT': 'whoever adds to the data is held to the quotas of its owner',
  'audit_events.INSERT': 'whoever works on the data is written down in the trail',
};

/** Tables that whoever may write in one of several areas reaches, and why. */
const ofSeveralAreas: Readonly<Record<string, { areas: readonly Area[]; why: string }>> = {
  pending_objects: {
    areas: ['evidence', 'system'],
    why: 'files of evidence and Word files of drafts are announced there; it holds keys of the store alone',
  },
};

/** Where the tenant is another column than `organization_id`. */
const tenantColumns: Readonly<Record<string, string>> = {
  // The tenants themselves.
  organizations: 'id',
};

/** Policies that show more than the tenant's rows on purpose: for which command, to whom, and why. */
const widerPolicies: Readonly<Record<string, { for: string; to: string; why: string }>> = {
  'memberships.own_memberships': {
    for: 'SELECT',
    to: 'public',
    why: 'a person sees the own memberships before an organization is chosen',
  },
  'organizations.own_organizations': {
    for: 'SELECT',
    to: 'public',
    why: 'a person sees the names of the own organizations before one is chosen',
  },
  'memberships.entering': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the function that lets people in finds their membership',
  },
  'access_grants.entering': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the function that lets people in finds the grant',
  },
  'organization_figures.portfolio': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the list of a consultancy shows figures of live grants, through a function',
  },
  'organization_due_dates.portfolio': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the calendar of a consultancy shows dates of live grants, through a function',
  },
  'organization_figure_months.portfolio': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the page of a client shows its trend to whom a live grant opens it, through a function',
  },
  'body_profiles.told_to_applicants': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'enterprises read what bodies that take applications say of themselves, through a function',
  },
  'body_forms.offered_to_applicants': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'enterprises fetch forms of bodies that take applications, through a function',
  },
  'offered_schemes.told_to_applicants': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'enterprises read which scoring tables bodies offer, through a function',
  },
  'organization_schemes.told_to_applicants': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'enterprises take over the versions that bodies offer and no others, through a function',
  },
  'letters.on_their_way': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the worker learns whose letters wait, through a function that tells nothing else',
  },
  'audit_events.ended_memberships': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'a function tells a body whether somebody of its own belonged to the enterprise of its case of late',
  },
  'body_profiles.told_with_publicity': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'visitors read how to reach a body beside what it makes public, through a function that names this column alone',
  },
  'publicities.made_public': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'visitors read what is made public today, through a function',
  },
  'publicities.locked_for_visitors': {
    for: 'UPDATE',
    to: 'liangxing_migrator',
    why: 'the function that takes an objection locks the row until it is kept; its check lets no change through',
  },
  'objections.sent_by_visitors': {
    for: 'INSERT',
    to: 'liangxing_migrator',
    why: 'anyone objects to what is made public, through a function that writes nothing else',
  },
  'objections.counted_for_visitors': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the same function takes no objection twice and not too many; it tells nothing of them',
  },
  'certificates.registered': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the worker asks whether a certificate still stands whose surveillance comes near, through one function',
  },
  'surveillances.to_be_noticed': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the worker learns whose surveillances come near, through a function that tells nothing else',
  },
  'client_assignments.entering': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the function that lets people in finds for which clients they work',
  },
  'organizations.ids_for_housekeeping': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'the worker learns ids, through a function that tells nothing else',
  },
  'catalogue_feedback.maintainers': {
    for: 'SELECT',
    to: 'liangxing_migrator',
    why: 'who keeps the catalogue reads what organizations report about it, through a function',
  },
  'catalogue_feedback.maintainers_answer': {
    for: 'UPDATE',
    to: 'liangxing_migrator',
    why: 'through a function that changes state and answer only',
  },
};

const setting = (name: string): string =>
  `(NULLIF(current_setting('app.${name}'::text, true), ''::text))::uuid`;

interface Table {
  readonly name: string;
  readonly hasOrganization: boolean;
  readonly isEnabled: boolean;
  readonly isForced: boolean;
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly using: string | null;
  readonly check: string | null;
  readonly permissive: string;
  readonly for: string;
  readonly to: string;
}

/**
 * Every table through whose wall another tenant could see, and why; empty when all is well. What these rules do not
 * know is seen by the list of all rights.
 */
export async function openTables(database: Pick<TestDatabase, 'superuser'>): Promise<string[]> {
  const tables = await database.superuser<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AS "isEnabled", c.relforcerowsecurity AS "isForced",
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
         AND a.attname = 'organization_id' AND a.attnotnull) AS "hasOrganization"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p') ORDER BY c.relname`,
  );
  const policies = await database.superuser<Policy>(
    `SELECT tablename AS table, policyname AS name, qual AS using, with_check AS check, permissive,
       cmd AS for, array_to_string(roles, ',') AS to
     FROM pg_policies WHERE schemaname IN ('public', 'app') ORDER BY policyname`,
  );
  return tables.flatMap((table) =>
    openings(
      table,
      policies.filter((policy) => policy.table === table.name),
    ).map((opening) => `${table.name}: ${opening}`),
  );
}

function openings(table: Table, policies: readonly Policy[]): string[] {
  const column = tenantColumns[table.name] ?? (table.hasOrganization ? 'organization_id' : null);
  if (column === null)
    return Object.hasOwn(withoutTenant, table.name) ? [] : ['has no organization_id'];
  if (!table.isEnabled) return ['row-level security is off'];
  if (!table.isForced) return ['row-level security is not forced'];
  const tenant = `(${column} = ${setting('organization_id')})`;
  const isTenant = (policy: Policy): boolean => policy.using === tenant && policy.check === tenant;
  const isWhole = (policy: Policy): boolean =>
    isTenant(policy) && policy.for === 'ALL' && policy.to === 'public';
  if (!policies.some(isWhole)) return ['has no policy of the tenant'];
  const wider = policies
    .filter((policy) => policy.permissive === 'PERMISSIVE' && !isTenant(policy))
    .filter((policy) => !isKnown(policy))
    .map(({ name }) => `policy ${name} lets others through`);
  return [...wider, ...closedVerbs(table.name, policies)];
}

/** Verbs of a table that a grant of any areas would reach. */
function closedVerbs(table: string, policies: readonly Policy[]): string[] {
  const isOfArea = ({ using, check, permissive, to }: Policy, verb: string): boolean => {
    const may = verb === 'SELECT' ? 'may_read' : 'may_write';
    const rule = (area: string): string => `app.${may}('${area}'::text)`;
    const several = ofSeveralAreas[table]?.areas.map(rule).join(' OR ');
    const rules = several === undefined ? AREAS_AND_TEAM.map(rule) : [`(${several})`];
    return permissive === 'RESTRICTIVE' && to === 'public' && rules.includes(using ?? check ?? '');
  };
  return ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
    .filter((verb) => !Object.hasOwn(openToEveryGrant, `${table}.${verb}`))
    .filter((verb) => !policies.some((policy) => policy.for === verb && isOfArea(policy, verb)))
    .map((verb) => `${verb} belongs to no area`);
}

/** To everyone a wider policy shows what depends on the person, never just everything. */
function isKnown(policy: Policy): boolean {
  const known = widerPolicies[`${policy.table}.${policy.name}`];
  if (known?.for !== policy.for || known.to !== policy.to) return false;
  return policy.to !== 'public' || policy.using?.includes(setting('user_id')) === true;
}
