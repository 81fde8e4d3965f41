import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An organization can ask its people, and those who work on its data by a grant, to have proved a second factor in the
 * session in which they come. Whoever enters is asked in the statement that lets them in.
 */
export class RequireASecondFactor1764000861100 implements MigrationInterface {
  name = 'RequireASecondFactor1764000861100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false;
      GRANT UPDATE (requires_second_factor) ON organizations TO liangxing_app;

      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid, text);
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid, session uuid DEFAULT NULL,
          purpose text DEFAULT 'read') RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        is_running boolean;
        standing text;
        is_second_factor_needed boolean;
        opened_readable text[];
        opened_writable text[];
      BEGIN
        SELECT m.role, o.state, o.requires_second_factor, session IS NULL OR EXISTS (SELECT FROM public.sessions s
            WHERE s.id = session AND s.user_id = person AND s.expires_at > now())
          INTO found_role, standing, is_second_factor_needed, is_running
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
          SELECT g.readable, g.writable, o.state, o.requires_second_factor OR is_second_factor_needed
            INTO opened_readable, opened_writable, standing, is_second_factor_needed
            FROM public.access_grants g JOIN public.organizations o ON o.id = g.organization_id
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
        END IF;
        IF is_second_factor_needed AND session IS NOT NULL AND NOT EXISTS (SELECT FROM public.sessions s
            WHERE s.id = session AND s.second_factor_at IS NOT NULL) THEN
          RAISE EXCEPTION 'second_factor_required' USING ERRCODE = 'LX403';
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
      END $$;
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text)
        TO liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      END $$;
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text)
        TO liangxing_app, liangxing_jobs;
      ALTER TABLE organizations DROP COLUMN requires_second_factor;
    `);
  }
}
