import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that an organization holds as one file: ordered, made by a job, kept for some days. */
export class ExportEverything1764000860100 implements MigrationInterface {
  name = 'ExportEverything1764000860100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_exports (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'building', 'ready', 'failed')),
        /* Percent. */
        progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
        ordered_at timestamptz NOT NULL DEFAULT now(),
        ordered_by uuid NOT NULL,
        ordered_by_name text NOT NULL,
        storage_key text,
        size bigint,
        sha256 text,
        /* How many it holds, and how many were not in the store. */
        files integer,
        missing integer,
        built_at timestamptz,
        /* Of what is ready or has failed. */
        expires_at timestamptz,
        PRIMARY KEY (organization_id, id),
        CHECK ((state = 'ready') = (storage_key IS NOT NULL)),
        CHECK ((state IN ('ready', 'failed')) = (expires_at IS NOT NULL))
      );
      SELECT app.tenant_table('organization_exports', 'team');
      /* One at a time. */
      CREATE UNIQUE INDEX organization_exports_underway ON organization_exports (organization_id)
        WHERE state IN ('queued', 'building');

      CREATE FUNCTION app.organizations_with_expired_exports() RETURNS SETOF uuid
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        before text := coalesce(current_setting('app.organization_id', true), '');
        organization uuid;
      BEGIN
        FOR organization IN SELECT id FROM organizations LOOP
          PERFORM set_config('app.organization_id', organization::text, true);
          IF EXISTS (SELECT FROM organization_exports
              WHERE organization_id = organization AND expires_at < now()) THEN
            RETURN NEXT organization;
          END IF;
        END LOOP;
        PERFORM set_config('app.organization_id', before, true);
      END $$;
      REVOKE ALL ON FUNCTION app.organizations_with_expired_exports() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organizations_with_expired_exports() TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.organizations_with_expired_exports();
      DROP TABLE organization_exports;
    `);
  }
}
