import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever asks in a session proves that it has not ended, in the same message that proves the membership. Without one
 * `app.enter` goes by the membership alone: for jobs, and for servers of before while they are replaced. One statement
 * finds both: a second one would cost each request as much again.
 */
export class EnterWithASessionThatRuns1764000838000 implements MigrationInterface {
  name = 'EnterWithASessionThatRuns1764000838000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.enter(uuid, uuid, uuid);
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid, session uuid DEFAULT NULL) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        is_running boolean;
        opened_readable text[];
        opened_writable text[];
      BEGIN
        SELECT m.role, session IS NULL OR EXISTS (SELECT FROM public.sessions s
            WHERE s.id = session AND s.user_id = person AND s.expires_at > now())
          INTO found_role, is_running FROM public.memberships m
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF NOT is_running THEN
          RAISE EXCEPTION 'the session has ended' USING ERRCODE = 'LX401';
        END IF;
        IF acting <> data THEN
          SELECT g.readable, g.writable INTO opened_readable, opened_writable FROM public.access_grants g
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
        END IF;
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true);
        RETURN found_role;
      END $$;
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid, uuid) TO liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid);
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        opened_readable text[];
        opened_writable text[];
      BEGIN
        SELECT m.role INTO found_role FROM public.memberships m
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF acting <> data THEN
          SELECT g.readable, g.writable INTO opened_readable, opened_writable FROM public.access_grants g
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
        END IF;
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true);
        RETURN found_role;
      END $$;
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid) TO liangxing_app, liangxing_jobs;
    `);
  }
}
