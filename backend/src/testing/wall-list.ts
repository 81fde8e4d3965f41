import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDatabase } from './test-database';

/** Every right in the database as it was last reviewed, one line each. */
export const WALL_LIST = join(__dirname, '..', 'kernel', 'walls.snapshot.txt');

/** Schemas that belong to this product: all but those of PostgreSQL itself. */
const ownSchema = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
/** What an extension brings is the extension's; that it is there is a line of its own. */
const notOfExtension = (catalogue: string, oid: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass
     AND d.objid = ${oid} AND d.deptype = 'e')`;

/**
 * Lines "<object>: <who> may <rights>" of an access list. Null means the defaults of PostgreSQL, which let PUBLIC run
 * every function. What an owner grants itself is left out: an owner can take it back at any time.
 */
const grants = (object: string, acl: string, kind: string, owner: string): string =>
  `SELECT ${object} || ': ' || may.who || ' may ' || may.rights FROM (
     SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END AS who,
       string_agg(x.privilege_type || CASE WHEN x.is_grantable THEN ' and grant it' ELSE '' END, ', '
         ORDER BY x.privilege_type COLLATE "C") AS rights
     FROM aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) x
     WHERE x.grantee <> ${owner} GROUP BY 1) may`;

const relationKind = `CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'
  WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table' END`;
const relation = `(${relationKind}) || ' ' || n.nspname || '.' || c.relname`;
const relations = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ownSchema} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
    AND ${notOfExtension('pg_class', 'c.oid')}`;
const routine = `'function ' || n.nspname || '.' || p.proname || '('
  || pg_get_function_identity_arguments(p.oid) || ')'`;
const routines = `pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  WHERE ${ownSchema} AND ${notOfExtension('pg_proc', 'p.oid')}`;
const hash = (text: string): string =>
  `left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 16)`;
// Whoever provisions the server is above these walls anyway.
const ownRole = `r.rolname LIKE 'liangxing\\_%' AND r.rolname <> session_user`;

/** Each selects lines of text. */
const QUERIES: readonly string[] = [
  `SELECT 'database: owner ' || datdba::regrole FROM pg_database WHERE datname = current_database()`,
  `SELECT line FROM pg_database d, LATERAL (
     ${grants(`'database'`, 'd.datacl', 'd', 'd.datdba')}) AS may (line)
   WHERE d.datname = current_database()`,
  `SELECT 'extension ' || e.extname || ': in schema ' || e.extnamespace::regnamespace
   FROM pg_extension e`,
  `SELECT 'role ' || r.rolname || ': ' || concat_ws(', ',
     CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END,
     CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END, CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
     CASE WHEN r.rolreplication THEN 'REPLICATION' END, CASE WHEN r.rolcanlogin THEN 'LOGIN' END)
   FROM pg_roles r WHERE ${ownRole}`,
  `SELECT 'role ' || r.rolname || ': setting ' || setting
   FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole, unnest(s.setconfig) setting
   WHERE ${ownRole} AND (s.setdatabase = 0 OR s.setdatabase =
     (SELECT oid FROM pg_database WHERE datname = current_database()))`,
  `SELECT 'role ' || r.rolname || ': member of ' || g.rolname
   FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
   WHERE ${ownRole}`,
  `SELECT 'role ' || r.rolname || ': taken on by ' || g.rolname
   FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles g ON g.oid = m.member
   WHERE ${ownRole} AND NOT g.rolsuper AND g.rolname <> session_user`,
  `SELECT 'schema ' || n.nspname || ': owner ' || n.nspowner::regrole
   FROM pg_namespace n WHERE ${ownSchema}`,
  `SELECT line FROM pg_namespace n, LATERAL (
     ${grants(`'schema ' || n.nspname`, 'n.nspacl', 'n', 'n.nspowner')}) AS may (line)
   WHERE ${ownSchema}`,
  `SELECT 'new ' || CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences'
     WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END
     || ' of ' || a.defaclrole::regrole || CASE WHEN a.defaclnamespace = 0 THEN ''
       ELSE ' in ' || a.defaclnamespace::regnamespace END || ': '
     || CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END
     || ' may ' || x.privilege_type
   FROM pg_default_acl a, aclexplode(a.defaclacl) x WHERE x.grantee <> a.defaclrole`,
  `SELECT ${relation} || ': owner ' || c.relowner::regrole || CASE
     WHEN c.relkind NOT IN ('r', 'p') THEN ''
     WHEN NOT c.relrowsecurity THEN ', no row-level security'
     WHEN c.relforcerowsecurity THEN ', row-level security forced'
     ELSE ', row-level security not forced' END FROM ${relations}`,
  `SELECT ${relation} || ': ' || CASE WHEN c.reloptions @> '{security_invoker=true}'
       OR c.reloptions @> '{security_invoker=on}' THEN 'asks as its reader' ELSE 'asks as its owner' END
     || ', text ' || ${hash('pg_get_viewdef(c.oid)')} FROM ${relations} AND c.relkind IN ('v', 'm')`,
  `SELECT ${relation} || ': inherits from ' || i.inhparent::regclass
   FROM pg_inherits i JOIN ${relations.replace(' WHERE ', ' ON i.inhrelid = c.oid WHERE ')}`,
  `SELECT line FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL (
     ${grants(relation, 'c.relacl', 'r', 'c.relowner')}) AS may (line)
   WHERE ${ownSchema} AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
     AND ${notOfExtension('pg_class', 'c.oid')}`,
  `SELECT line FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL (
     ${grants(relation, 'c.relacl', 's', 'c.relowner')}) AS may (line)
   WHERE ${ownSchema} AND c.relkind = 'S'`,
  `SELECT line FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL (
     ${grants(`${relation} || ' column ' || a.attname`, 'a.attacl', 'c', 'c.relowner')}) AS may (line)
   WHERE ${ownSchema} AND a.attacl IS NOT NULL AND NOT a.attisdropped`,
  `SELECT 'policy ' || p.policyname || ' of ' || p.schemaname || '.' || p.tablename || ': '
     || p.permissive || ' for ' || p.cmd || ' to ' || array_to_string(p.roles, ', ')
     || coalesce(' using ' || p.qual, '') || coalesce(' check ' || p.with_check, '')
   FROM pg_policies p`,
  `SELECT 'trigger ' || t.tgname || ' of ' || n.nspname || '.' || c.relname || ': '
     || CASE t.tgenabled WHEN 'O' THEN 'on' WHEN 'A' THEN 'always' WHEN 'R' THEN 'replica only'
       ELSE 'OFF' END || ', ' || regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER \\S+ ', '')
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT t.tgisinternal AND ${ownSchema}`,
  `SELECT 'rule ' || r.rulename || ' of ' || r.ev_class::regclass || ': ' || pg_get_ruledef(r.oid)
   FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${ownSchema} AND r.rulename <> '_RETURN'`,
  `SELECT ${routine} || ': owner ' || p.proowner::regrole || ', ' || l.lanname
     || CASE WHEN p.prosecdef THEN ', SECURITY DEFINER' ELSE '' END
     || CASE WHEN p.proleakproof THEN ', LEAKPROOF' ELSE '' END
     || coalesce(', ' || array_to_string(p.proconfig, '; '), '')
     || ', text ' || ${hash('p.prosrc || coalesce(pg_get_function_sqlbody(p.oid), $$$$)')}
   FROM ${routines}`,
  `SELECT line FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, LATERAL (
     ${grants(routine, 'p.proacl', 'f', 'p.proowner')}) AS may (line)
   WHERE ${ownSchema} AND ${notOfExtension('pg_proc', 'p.oid')}`,
];

/** Every right in a database: who owns, sees, changes and runs what; sorted, one line each. */
export async function wallList(database: Pick<TestDatabase, 'superuser'>): Promise<string[]> {
  const lines = new Set<string>();
  for (const query of QUERIES) {
    const rows = await database.superuser<{ line: string }>(
      `SELECT regexp_replace(line, '\\s+', ' ', 'g') AS line FROM (${query}) AS lines (line)`,
    );
    // The queue keeps its figures in one table per day.
    for (const { line } of rows) lines.add(line.replaceAll(/_\d{8}\b/g, '_<day>'));
  }
  return [...lines].sort();
}

/** What was reviewed. */
export function reviewedWalls(): string[] {
  return readFileSync(WALL_LIST, 'utf8').split('\n').filter(Boolean);
}

/** Lines that are gone (-) and new (+) since the review; objects stand together. */
export function wallDifferences(reviewed: readonly string[], found: readonly string[]): string[] {
  const [before, now] = [new Set(reviewed), new Set(found)];
  const gone = reviewed.filter((line) => !now.has(line)).map((line) => ({ line, sign: '-' }));
  const fresh = found.filter((line) => !before.has(line)).map((line) => ({ line, sign: '+' }));
  return [...gone, ...fresh]
    .sort((left, right) => (left.line < right.line ? -1 : 1))
    .map(({ line, sign }) => `${sign} ${line}`);
}
