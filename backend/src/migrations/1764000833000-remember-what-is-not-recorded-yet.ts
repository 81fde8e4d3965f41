import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objects of the store that no row names (yet) are rows themselves: nobody has to list the store to find them. */
export class RememberWhatIsNotRecordedYet1764000833000 implements MigrationInterface {
  name = 'RememberWhatIsNotRecordedYet1764000833000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pending_objects (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        storage_key text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        is_lost boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organization_id, storage_key)
      );
      SELECT app.tenant_table('pending_objects', 'evidence');

      CREATE FUNCTION app.organizations_with_pending_objects() RETURNS SETOF uuid
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        before text := coalesce(current_setting('app.organization_id', true), '');
        organization uuid;
      BEGIN
        FOR organization IN SELECT id FROM organizations LOOP
          PERFORM set_config('app.organization_id', organization::text, true);
          IF EXISTS (SELECT FROM pending_objects WHERE organization_id = organization
              AND (is_lost OR since < now() - interval '1 hour')) THEN
            RETURN NEXT organization;
          END IF;
        END LOOP;
        PERFORM set_config('app.organization_id', before, true);
      END $$;
      REVOKE ALL ON FUNCTION app.organizations_with_pending_objects() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organizations_with_pending_objects() TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.organizations_with_pending_objects();
      DROP TABLE pending_objects;
    `);
  }
}
