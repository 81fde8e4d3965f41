import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an application for a consultancy or an assessment body holds, and the quotas that the platform set for one alone. */
export class ApplyForAnOrganization1764000850100 implements MigrationInterface {
  name = 'ApplyForAnOrganization1764000850100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_documents (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        storage_key text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_by_name text NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('application_documents', 'team');
      REVOKE UPDATE ON application_documents FROM liangxing_app, liangxing_jobs;

      CREATE TABLE organization_quotas (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        name text NOT NULL CHECK (name ~ '^[a-z_]{1,40}$'),
        /* Pieces or bytes, as the quota counts. */
        most bigint NOT NULL CHECK (most >= 0),
        PRIMARY KEY (organization_id, name)
      );
      SELECT app.tenant_table('organization_quotas', 'team');
      /* Whoever adds to the data is held to them; nobody inside sets them. */
      DROP POLICY area_read ON organization_quotas;
      REVOKE INSERT, UPDATE, DELETE ON organization_quotas FROM liangxing_app, liangxing_jobs;

      /*
       * Changes the application of the organization that was entered, while it waits or was refused; its version tells
       * whoever decides that it is another one. NULL where it cannot be changed or is another version by now.
       */
      CREATE FUNCTION app.change_application(expected integer, new_name text, new_code text,
          is_handed_in boolean) RETURNS integer
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        UPDATE public.organizations SET name = new_name, credit_code = new_code, version = version + 1,
          state = CASE WHEN is_handed_in THEN 'waiting' ELSE state END,
          state_reason = CASE WHEN is_handed_in THEN '' ELSE state_reason END,
          state_since = CASE WHEN is_handed_in THEN now() ELSE state_since END
        WHERE id = app.organization_id() AND version = expected
          AND (state = 'refused' OR (state = 'waiting' AND NOT is_handed_in))
        RETURNING version $$;
      REVOKE ALL ON FUNCTION app.change_application(integer, text, text, boolean) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.change_application(integer, text, text, boolean) TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.change_application(integer, text, text, boolean);
      DROP TABLE application_documents, organization_quotas;
    `);
  }
}
