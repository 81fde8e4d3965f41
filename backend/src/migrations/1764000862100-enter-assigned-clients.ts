import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a consultancy its owners enter every client, the others those to whom they are assigned: found in the statement that
 * finds the grant, so that an assignment too ends with the next one. What a person may enter carries the names that a
 * switch between clients needs.
 */
export class EnterAssignedClients1764000862100 implements MigrationInterface {
  name = 'EnterAssignedClients1764000862100';

  async up(runner: QueryRunner): Promise<void> {
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
              AND g.starts_at <= now() AND g.ends_at > now()
              AND (found_role = 'owner' OR EXISTS (SELECT FROM public.client_assignments a
                WHERE a.organization_id = acting AND a.client_id = data AND a.user_id = person));
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

      DROP FUNCTION app.grants_of_person();
      CREATE FUNCTION app.grants_of_person() RETURNS TABLE (
        id uuid, data_id uuid, data_name text, data_state text, data_is_sample boolean, acting_id uuid,
        readable text[], writable text[], ends_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT g.id, g.organization_id, o.name, o.state, o.is_sample, g.grantee_id,
          g.readable, g.writable, g.ends_at
        FROM public.memberships m JOIN public.access_grants g ON g.grantee_id = m.organization_id
        JOIN public.organizations o ON o.id = g.organization_id
        WHERE m.user_id = app.user_id() AND g.revoked_at IS NULL
          AND g.starts_at <= now() AND g.ends_at > now()
          AND (m.role = 'owner' OR EXISTS (SELECT FROM public.client_assignments a
            WHERE a.organization_id = m.organization_id AND a.client_id = g.organization_id
              AND a.user_id = m.user_id))
        ORDER BY g.given_at, g.id $$;
      REVOKE ALL ON FUNCTION app.grants_of_person() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.grants_of_person() TO liangxing_app;
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

      DROP FUNCTION app.grants_of_person();
      CREATE FUNCTION app.grants_of_person() RETURNS TABLE (
        id uuid, data_id uuid, acting_id uuid, readable text[], writable text[], ends_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT g.id, g.organization_id, g.grantee_id, g.readable, g.writable, g.ends_at
        FROM public.memberships m JOIN public.access_grants g ON g.grantee_id = m.organization_id
        WHERE m.user_id = app.user_id() AND g.revoked_at IS NULL
          AND g.starts_at <= now() AND g.ends_at > now()
        ORDER BY g.given_at, g.id $$;
      REVOKE ALL ON FUNCTION app.grants_of_person() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.grants_of_person() TO liangxing_app;
    `);
  }
}
