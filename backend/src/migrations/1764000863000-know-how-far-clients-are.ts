import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every function for a consultancy begins with: who asks belongs to it, it is open, the grant lives, and who does not
 * lead it is assigned to the client, as `app.enter` asks it too. Of a client that asks for a second factor no more than the
 * name is seen in a session that has proved none.
 */
export const LIVE_GRANTS = `public.memberships m
      JOIN public.organizations c ON c.id = m.organization_id AND c.kind = 'consultancy' AND c.state = 'open'
      JOIN public.access_grants g ON g.grantee_id = m.organization_id AND g.revoked_at IS NULL
        AND g.starts_at <= now() AND g.ends_at > now()
      JOIN public.organizations o ON o.id = g.organization_id AND o.state IN ('open', 'suspended')
      CROSS JOIN LATERAL (SELECT CASE WHEN NOT o.requires_second_factor OR app.has_second_factor()
        THEN g.readable ELSE '{}' END AS readable) seen
      WHERE m.organization_id = app.organization_id() AND m.user_id = app.user_id()
        AND (m.role = 'owner' OR EXISTS (SELECT FROM public.client_assignments a
          WHERE a.organization_id = m.organization_id AND a.client_id = g.organization_id
            AND a.user_id = m.user_id))`;

const opened = (areas: string, part: string): string =>
  `CASE WHEN g.readable @> ${areas} THEN jsonb_build_object('${part}', f.${part}) ELSE '{}' END`;

/** What a figure rests on decides who sees it: readiness follows from documents, files and lists too. */
export const ASSESSMENT = `CASE WHEN f.assessment ->> 'kind' = 'readiness'
          THEN '{assessment,system,register,evidence,records}'::text[] ELSE '{assessment}' END`;

export const OPENED_PARTS = [
  opened(`'{profile}'`, 'profile'),
  opened(`'{system,register}'`, 'system'),
  opened(`'{register}'`, 'register'),
  opened(ASSESSMENT, 'assessment'),
  opened(`'{improvements}'`, 'improvements'),
  opened(`'{dossier}'`, 'dossier'),
].join('\n        || ');

export const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

const FUNCTIONS: Readonly<Record<string, string>> = {
  'has_second_factor()': `
    /* Whether who entered has proved one in this session; jobs have none. */
    CREATE FUNCTION app.has_second_factor() RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT coalesce(current_setting('app.session', true), '') = '' OR EXISTS (
        SELECT FROM public.sessions s WHERE s.id::text = current_setting('app.session', true)
          AND s.second_factor_at IS NOT NULL) $$`,
  'portfolio(uuid, uuid, integer)': `
    /* Clients by their id, those behind another one, or one alone. */
    CREATE FUNCTION app.portfolio(only_one uuid, behind uuid, most integer) RETURNS TABLE (
        id uuid, name text, readable text[], ends_at timestamptz, read_at timestamptz, parts jsonb,
        next_due jsonb, active_at timestamptz, consultants text[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT g.organization_id, g.name, g.readable, g.ends_at, f.read_at,
        CASE WHEN f.read_at IS NULL THEN '{}' ELSE ${OPENED_PARTS} END,
        (SELECT jsonb_build_object('on', d.due_on, 'kind', d.kind, 'title', d.title)
          FROM public.organization_due_dates d
          WHERE d.organization_id = g.organization_id AND d.due_on >= ${TODAY}
            AND d.area = ANY (g.readable)
          ORDER BY d.due_on, d.kind, d.subject_id LIMIT 1),
        (SELECT max(a.value::timestamptz) FROM jsonb_each_text(f.active_at) a
          WHERE a.key = ANY (g.readable)),
        ARRAY(SELECT u.name FROM public.client_assignments a JOIN public.users u ON u.id = a.user_id
          WHERE a.organization_id = app.organization_id() AND a.client_id = g.organization_id
          ORDER BY u.name, u.id)
      FROM (SELECT g.organization_id, o.name, seen.readable, g.ends_at FROM ${LIVE_GRANTS}
          AND g.organization_id > coalesce(behind, '00000000-0000-0000-0000-000000000000')
          AND (only_one IS NULL OR g.organization_id = only_one)
        ORDER BY g.organization_id LIMIT most) g
      LEFT JOIN public.organization_figures f ON f.organization_id = g.organization_id
      ORDER BY g.organization_id $$`,
  'portfolio_dates(uuid, date, date, integer)': `
    /* What is due between two days, the first included; what is due before a day where there is no first one. */
    CREATE FUNCTION app.portfolio_dates(only_one uuid, first_day date, before_day date, most integer)
      RETURNS TABLE (client_id uuid, client_name text, kind text, subject_id text, due_on date,
        title text, owner text, number integer)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT g.organization_id, g.name, d.kind, d.subject_id, d.due_on, d.title, d.owner, d.number
      FROM (SELECT g.organization_id, o.name, seen.readable FROM ${LIVE_GRANTS}
          AND (only_one IS NULL OR g.organization_id = only_one)) g
      JOIN public.organization_due_dates d ON d.organization_id = g.organization_id
        AND d.area = ANY (g.readable) AND d.due_on < before_day
        AND d.due_on >= coalesce(first_day, '-infinity')
      ORDER BY d.due_on, g.name, g.organization_id, d.kind, d.subject_id LIMIT most $$`,
  'portfolio_months(uuid)': `
    CREATE FUNCTION app.portfolio_months(client uuid)
      RETURNS TABLE (month date, assessment jsonb, overdue integer, expired integer)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT f.month, CASE WHEN g.readable @> ${ASSESSMENT} THEN f.assessment END,
        CASE WHEN g.readable @> '{improvements}' THEN f.overdue END,
        CASE WHEN g.readable @> '{register}' THEN f.expired END
      FROM (SELECT g.organization_id, seen.readable FROM ${LIVE_GRANTS}
          AND g.organization_id = client) g
      JOIN public.organization_figure_months f ON f.organization_id = g.organization_id
      ORDER BY f.month $$`,
};

/**
 * Clients whose figures are older than what they tell of. A line of the trail that commits late has a smaller number
 * than those that were seen: five minutes after the last one they are worked out once more.
 */
const HAS_OLD_FIGURES = `NOT EXISTS (SELECT FROM organization_figures f WHERE f.organization_id = organization
    AND (f.moves_on IS NULL OR f.moves_on > ${TODAY})
    AND (f.read_at >= f.seen_at + interval '5 minutes' OR f.seen_at + interval '5 minutes' > now())
    AND NOT EXISTS (SELECT FROM audit_events e WHERE e.organization_id = organization AND e.id > f.seen_event)
    AND NOT EXISTS (SELECT FROM currency_checks c WHERE c.organization_id = organization
      AND c.checked_at > f.read_at AND c.changes <> '[]'))`;

/** A consultancy sees how far its clients are: figures that a job works out, by the parts that each grant opens. */
export class KnowHowFarClientsAre1764000863000 implements MigrationInterface {
  name = 'KnowHowFarClientsAre1764000863000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_figures (
        organization_id uuid PRIMARY KEY REFERENCES organizations (id),
        /* When the reading began that they are made of: the newest reading stays. */
        read_at timestamptz NOT NULL,
        /* The newest line of the trail then, and when it was written. */
        seen_event bigint NOT NULL,
        seen_at timestamptz NOT NULL,
        /* The day on which they change though nobody does anything. */
        moves_on date,
        profile jsonb NOT NULL,
        system jsonb,
        register jsonb NOT NULL,
        assessment jsonb,
        improvements jsonb NOT NULL,
        dossier jsonb,
        /* When something was last done, by area. */
        active_at jsonb NOT NULL
      );
      CREATE TABLE organization_due_dates (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        kind text NOT NULL,
        subject_id text NOT NULL,
        area text NOT NULL,
        due_on date NOT NULL,
        title text NOT NULL,
        owner text NOT NULL,
        number integer,
        PRIMARY KEY (organization_id, kind, subject_id)
      );
      CREATE INDEX organization_due_dates_in_time ON organization_due_dates (organization_id, due_on);
      CREATE TABLE organization_figure_months (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        /* Its first day. */
        month date NOT NULL,
        read_at timestamptz NOT NULL,
        assessment jsonb,
        overdue integer NOT NULL,
        expired integer NOT NULL,
        PRIMARY KEY (organization_id, month)
      );
      ${['organization_figures', 'organization_due_dates', 'organization_figure_months']
        .map(
          (table) => `SELECT app.tenant_table('${table}', 'team');
      REVOKE INSERT, UPDATE, DELETE ON ${table} FROM liangxing_app;
      CREATE POLICY portfolio ON ${table} FOR SELECT TO liangxing_migrator USING (true);`,
        )
        .join('\n      ')}

      CREATE INDEX access_grants_of_grantee_by_client ON access_grants (grantee_id, organization_id)
        WHERE revoked_at IS NULL;
      DROP INDEX access_grants_of_grantee;

      CREATE TABLE portfolio_views (
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        version integer NOT NULL,
        views jsonb NOT NULL,
        PRIMARY KEY (organization_id, user_id),
        FOREIGN KEY (organization_id, user_id)
          REFERENCES memberships (organization_id, user_id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('portfolio_views', 'team');

      CREATE FUNCTION app.organizations_with_old_figures() RETURNS SETOF uuid
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        before text := coalesce(current_setting('app.organization_id', true), '');
        organization uuid;
      BEGIN
        FOR organization IN SELECT DISTINCT g.organization_id FROM access_grants g
            JOIN organizations o ON o.id = g.grantee_id AND o.kind = 'consultancy'
            JOIN organizations c ON c.id = g.organization_id AND c.state IN ('open', 'suspended')
            WHERE g.revoked_at IS NULL AND g.ends_at > now() LOOP
          PERFORM set_config('app.organization_id', organization::text, true);
          IF ${HAS_OLD_FIGURES} THEN
            RETURN NEXT organization;
          END IF;
        END LOOP;
        PERFORM set_config('app.organization_id', before, true);
      END $$;
      REVOKE ALL ON FUNCTION app.organizations_with_old_figures() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organizations_with_old_figures() TO liangxing_jobs;
    `);
    for (const [signature, definition] of Object.entries(FUNCTIONS))
      await runner.query(`${definition};
        REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION app.${signature} TO liangxing_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const signatures = Object.keys(FUNCTIONS).map((signature) => `app.${signature}`);
    await runner.query(`
      DROP FUNCTION ${signatures.join(', ')}, app.organizations_with_old_figures();
      CREATE INDEX access_grants_of_grantee ON access_grants (grantee_id) WHERE revoked_at IS NULL;
      DROP INDEX access_grants_of_grantee_by_client;
      DROP TABLE portfolio_views, organization_figure_months, organization_due_dates, organization_figures;
    `);
  }
}
