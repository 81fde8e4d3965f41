import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an organization waits, is open, was refused or is suspended stands in its row, and whoever enters is let in by
 * it, in the statement that finds the membership. Nobody inside can change it: a new row begins as its kind does, and
 * afterwards only its name can be written.
 */
export class KnowTheStandingOfOrganizations1764000850000 implements MigrationInterface {
  name = 'KnowTheStandingOfOrganizations1764000850000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations
        ADD COLUMN state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('waiting', 'open', 'refused', 'suspended')),
        ADD COLUMN state_reason text NOT NULL DEFAULT '',
        ADD COLUMN state_since timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN credit_code text CHECK (credit_code ~ '^[0-9A-Z]{18}$'),
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        /* Up to which version decisions were mailed. */
        ADD COLUMN told_version integer NOT NULL DEFAULT 0;
      UPDATE organizations SET state_since = created_at;

      CREATE POLICY begins ON organizations AS RESTRICTIVE FOR INSERT WITH CHECK (
        version = 1 AND state_reason = '' AND state = CASE kind
          WHEN 'enterprise' THEN 'open' WHEN 'consultancy' THEN 'waiting'
          WHEN 'assessment_body' THEN 'waiting' END);
      REVOKE UPDATE ON organizations FROM liangxing_app, liangxing_jobs;
      GRANT UPDATE (name) ON organizations TO liangxing_app, liangxing_jobs;
      GRANT UPDATE (told_version) ON organizations TO liangxing_jobs;

      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid);
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid, text);
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
      DROP POLICY begins ON organizations;
      REVOKE UPDATE (name) ON organizations FROM liangxing_app, liangxing_jobs;
      GRANT UPDATE ON organizations TO liangxing_app, liangxing_jobs;
      ALTER TABLE organizations DROP COLUMN state, DROP COLUMN state_reason, DROP COLUMN state_since,
        DROP COLUMN credit_code, DROP COLUMN version, DROP COLUMN told_version;
    `);
  }
}
