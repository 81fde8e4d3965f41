import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published schemes: the same for every tenant, written by the migrator only, never changed. */
export class KeepPublishedSchemes1764000501000 implements MigrationInterface {
  name = 'KeepPublishedSchemes1764000501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheme_versions (
        id text NOT NULL,
        version text NOT NULL,
        document jsonb NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        published_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (id, version)
      );
      CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER scheme_versions_are_immutable
        BEFORE UPDATE OR DELETE OR TRUNCATE ON scheme_versions
        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
      GRANT SELECT ON scheme_versions TO liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE scheme_versions; DROP FUNCTION app.refuse_change();`);
  }
}
