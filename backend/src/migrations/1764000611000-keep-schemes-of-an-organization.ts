import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schemes that an organization entered from a table it holds. Their ids begin with `own-`, those published for
 * everyone never do, so that an assessment's reference points into exactly one of the two tables.
 */
export class KeepSchemesOfAnOrganization1764000611000 implements MigrationInterface {
  name = 'KeepSchemesOfAnOrganization1764000611000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE scheme_versions ADD CONSTRAINT scheme_versions_are_not_own
        CHECK (id NOT LIKE 'own-%');

      CREATE TABLE organization_schemes (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id text NOT NULL CHECK (id LIKE 'own-%'),
        version text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        document jsonb NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        file_name text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        published_by uuid NOT NULL,
        published_by_name text NOT NULL,
        PRIMARY KEY (organization_id, id, version),
        UNIQUE (organization_id, id, number)
      );
      SELECT app.tenant_table('organization_schemes');
      REVOKE UPDATE, DELETE ON organization_schemes FROM liangxing_app, liangxing_jobs;
      CREATE TRIGGER organization_schemes_are_immutable
        BEFORE UPDATE OR DELETE OR TRUNCATE ON organization_schemes
        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

      ALTER TABLE assessments
        DROP CONSTRAINT assessments_scheme_id_scheme_version_fkey,
        ADD COLUMN shipped_scheme_id text GENERATED ALWAYS AS
          (CASE WHEN scheme_id LIKE 'own-%' THEN NULL ELSE scheme_id END) STORED,
        ADD COLUMN own_scheme_id text GENERATED ALWAYS AS
          (CASE WHEN scheme_id LIKE 'own-%' THEN scheme_id END) STORED;
      ALTER TABLE assessments
        ADD FOREIGN KEY (shipped_scheme_id, scheme_version) REFERENCES scheme_versions (id, version),
        ADD FOREIGN KEY (organization_id, own_scheme_id, scheme_version)
          REFERENCES organization_schemes (organization_id, id, version);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assessments DROP COLUMN shipped_scheme_id, DROP COLUMN own_scheme_id;
      ALTER TABLE assessments ADD CONSTRAINT assessments_scheme_id_scheme_version_fkey
        FOREIGN KEY (scheme_id, scheme_version) REFERENCES scheme_versions (id, version);
      DROP TABLE organization_schemes;
      ALTER TABLE scheme_versions DROP CONSTRAINT scheme_versions_are_not_own;
    `);
  }
}
