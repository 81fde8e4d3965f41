import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions by their signature, and who may call each; they work on the organization that was entered. */
const FUNCTIONS: Readonly<Record<string, readonly [role: string, definition: string]>> = {
  'days_until_deletion()': [
    'liangxing_jobs',
    `CREATE FUNCTION app.days_until_deletion() RETURNS integer LANGUAGE sql IMMUTABLE
      AS $$ SELECT 30 $$`,
  ],
  'close_organization(integer, text)': [
    'liangxing_app',
    `
    /* What it was before is kept beside it; NULL where it is not in the version that was seen, or closes already. */
    CREATE FUNCTION app.close_organization(expected integer, person_name text) RETURNS integer
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      UPDATE public.organizations SET closed_as = state, closed_reason = state_reason,
        closed_by_name = person_name, state = 'closing', state_reason = '', state_since = now(),
        version = version + 1
      WHERE id = app.organization_id() AND version = expected
        AND state IN ('waiting', 'open', 'refused', 'suspended')
      RETURNING version $$`,
  ],
  'restore_organization(integer)': [
    'liangxing_app',
    `
    /* Back to what it was; by the clock and not by the beginning of a transaction, which may have waited. */
    CREATE FUNCTION app.restore_organization(expected integer) RETURNS integer
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      UPDATE public.organizations SET state = closed_as, state_reason = closed_reason,
        state_since = clock_timestamp(), version = version + 1,
        closed_as = NULL, closed_reason = NULL, closed_by_name = NULL
      WHERE id = app.organization_id() AND version = expected AND state = 'closing'
        AND clock_timestamp() < state_since + make_interval(hours => 24 * app.days_until_deletion())
      RETURNING version $$`,
  ],
  'platform_restore(uuid, integer, text, uuid, text, text, text)': [
    'liangxing_app',
    `
    CREATE FUNCTION app.platform_restore(target uuid, expected integer, reason text, person uuid,
        person_name text, action text, correlation text) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        before text := coalesce(current_setting('app.organization_id', true), '');
        reached integer;
      BEGIN
        PERFORM set_config('app.organization_id', target::text, true);
        reached := app.restore_organization(expected);
        IF reached IS NOT NULL THEN
          INSERT INTO public.audit_events (organization_id, actor_id, actor_name, action, subject_type,
            subject_id, details, correlation_id)
          VALUES (target, person, person_name, action, 'organization', target::text,
            jsonb_build_object('reason', reason), correlation);
        END IF;
        PERFORM set_config('app.organization_id', before, true);
        RETURN reached;
      END $$`,
  ],
};

const GRANT_ENTER = `
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text)
        TO liangxing_app, liangxing_jobs;`;

/**
 * An owner closes an organization: its people still read it and take everything out, no grant opens it any more, and for
 * thirty days it can be restored.
 */
export class CloseOrganizations1764000860000 implements MigrationInterface {
  name = 'CloseOrganizations1764000860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations DROP CONSTRAINT organizations_state_check,
        ADD CONSTRAINT organizations_state_check
          CHECK (state IN ('waiting', 'open', 'refused', 'suspended', 'closing', 'deleted')),
        ADD COLUMN closed_as text CHECK (closed_as IN ('waiting', 'open', 'refused', 'suspended')),
        ADD COLUMN closed_reason text,
        ADD COLUMN closed_by_name text,
        ADD CONSTRAINT organizations_closed_check CHECK (
          (state IN ('closing', 'deleted')) = (closed_as IS NOT NULL)
          AND (closed_as IS NULL) = (closed_reason IS NULL)
          AND (closed_as IS NULL) = (closed_by_name IS NULL));

      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid, text);
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid, session uuid DEFAULT NULL,
          purpose text DEFAULT 'read') RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        is_running boolean;
        standing text;
        opened_readable text[];
        opened_writable text[];
      BEGIN
        SELECT m.role, o.state, session IS NULL OR EXISTS (SELECT FROM public.sessions s
            WHERE s.id = session AND s.user_id = person AND s.expires_at > now())
          INTO found_role, standing, is_running
          FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF standing = 'deleted' THEN
          RAISE EXCEPTION 'the organization is being taken away' USING ERRCODE = 'LX404';
        END IF;
        IF NOT is_running THEN
          RAISE EXCEPTION 'the session has ended' USING ERRCODE = 'LX401';
        END IF;
        IF acting <> data THEN
          IF standing <> 'open' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          SELECT g.readable, g.writable, o.state INTO opened_readable, opened_writable, standing
            FROM public.access_grants g JOIN public.organizations o ON o.id = g.organization_id
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
          IF standing IN ('closing', 'deleted') THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
        END IF;
        IF standing <> 'open' AND purpose <> 'apply' THEN
          IF standing NOT IN ('suspended', 'closing') OR purpose = 'write' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          opened_writable := '{}';
        END IF;
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true);
        RETURN found_role;
      END $$;${GRANT_ENTER}
    `);
    for (const [signature, [role, definition]] of Object.entries(FUNCTIONS))
      await runner.query(`${definition};
        REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION app.${signature} TO ${role};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const signatures = Object.keys(FUNCTIONS).map((signature) => `app.${signature}`);
    await runner.query(`
      DROP FUNCTION ${signatures.join(', ')};
      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid, text);
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid, session uuid DEFAULT NULL,
          purpose text DEFAULT 'read') RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        is_running boolean;
        standing text;
        opened_readable text[];
        opened_writable text[];
      BEGIN
        SELECT m.role, o.state, session IS NULL OR EXISTS (SELECT FROM public.sessions s
            WHERE s.id = session AND s.user_id = person AND s.expires_at > now())
          INTO found_role, standing, is_running
          FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF NOT is_running THEN
          RAISE EXCEPTION 'the session has ended' USING ERRCODE = 'LX401';
        END IF;
        IF acting <> data THEN
          IF standing <> 'open' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          SELECT g.readable, g.writable, o.state INTO opened_readable, opened_writable, standing
            FROM public.access_grants g JOIN public.organizations o ON o.id = g.organization_id
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
        END IF;
        IF standing <> 'open' AND purpose <> 'apply' THEN
          IF standing <> 'suspended' OR purpose = 'write' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          opened_writable := '{}';
        END IF;
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true);
        RETURN found_role;
      END $$;${GRANT_ENTER}
      UPDATE organizations SET state = closed_as, state_reason = closed_reason
        WHERE closed_as IS NOT NULL;
      ALTER TABLE organizations DROP CONSTRAINT organizations_state_check,
        DROP COLUMN closed_as, DROP COLUMN closed_reason, DROP COLUMN closed_by_name,
        ADD CONSTRAINT organizations_state_check
          CHECK (state IN ('waiting', 'open', 'refused', 'suspended'));
    `);
  }
}
