import type { TestDatabase } from './test-database';

/** Tables that belong to no tenant, each for a reason. */
const withoutTenant: Readonly<Record<string, string>> = {
  schema_migrations: 'which migrations were run',
  users: 'a person may belong to several organizations',
  sessions: 'known before an organization is chosen',
  password_resets: 'known before anyone is signed in',
  email_confirmations: 'of a person, whatever the organization',
  rate_limits: 'hashes and counts only',
  organizations: 'the tenants themselves; its policies compare the id',
  scheme_versions: 'published for everyone, written by the migrator only',
  catalogue_sources: 'the same for everyone, written by migrator and worker only',
  catalogue_standards: 'the same for everyone, written by migrator and worker only',
  catalogue_replacements: 'the same for everyone, written by migrator and worker only',
  catalogue_imports: 'which files were brought into the catalogue',
  catalogue_uploads: 'files of the maintainers of the catalogue, who belong to no organization',
  issued_dossiers: 'public facts, reachable through two narrow functions only',
};

/** Policies that show more than the tenant's rows on purpose, each for a reason. */
const knownPolicies: readonly string[] = [
  // A person sees the own memberships before an organization is chosen.
  'memberships.own_memberships',
  // Who keeps the catalogue reads, as the migrator, what organizations report about it.
  'catalogue_feedback.maintainers',
  // Through a function that changes state and answer only.
  'catalogue_feedback.maintainers_answer',
];

const tenantExpression =
  "(organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)";

/** Every table through whose wall another tenant could see; empty when all is well. */
export async function openTables(database: Pick<TestDatabase, 'superuser'>): Promise<string[]> {
  const tables = await database.superuser<{
    name: string;
    has_tenant: boolean;
    is_enabled: boolean;
    is_forced: boolean;
  }>(`SELECT c.relname AS name, c.relrowsecurity AS is_enabled, c.relforcerowsecurity AS is_forced,
        EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
          AND a.attname = 'organization_id' AND a.attnotnull) AS has_tenant
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p') ORDER BY c.relname`);
  const policies = await database.superuser<{
    table: string;
    name: string;
    using: string | null;
    check: string | null;
    permissive: string;
  }>(`SELECT tablename AS table, policyname AS name, qual AS using, with_check AS check, permissive
      FROM pg_policies WHERE schemaname IN ('public', 'app')`);
  return tables.flatMap((table) => {
    if (!table.has_tenant)
      return Object.hasOwn(withoutTenant, table.name)
        ? []
        : [`${table.name}: has no organization_id`];
    if (!table.is_enabled) return [`${table.name}: row-level security is off`];
    if (!table.is_forced) return [`${table.name}: row-level security is not forced`];
    const own = policies.filter((policy) => policy.table === table.name);
    const isWalled = own.some(
      ({ using, check }) => using === tenantExpression && check === tenantExpression,
    );
    if (!isWalled) return [`${table.name}: has no policy of the tenant`];
    return own
      .filter(({ name, using }) => {
        const isKnown = knownPolicies.includes(`${table.name}.${name}`);
        return using !== tenantExpression && !isKnown;
      })
      .map(({ name }) => `${table.name}: policy ${name} lets others through`);
  });
}
