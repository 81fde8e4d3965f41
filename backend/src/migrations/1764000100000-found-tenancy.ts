import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The wall between tenants, as SQL that every later migration calls. */
export class FoundTenancy1764000100000 implements MigrationInterface {
  name = 'FoundTenancy1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS app;
      GRANT USAGE ON SCHEMA app TO liangxing_app, liangxing_jobs;
      GRANT SELECT ON schema_migrations TO liangxing_app, liangxing_jobs;

      -- After COMMIT the setting is '' and not NULL: neither may match any row.
      CREATE FUNCTION app.organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid $$;
      CREATE FUNCTION app.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT NULLIF(current_setting('app.user_id', true), '')::uuid $$;

      CREATE FUNCTION app.tenant_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format(
          'CREATE POLICY tenant ON %s '
          'USING (organization_id = NULLIF(current_setting(''app.organization_id'', true), '''')::uuid) '
          'WITH CHECK (organization_id = NULLIF(current_setting(''app.organization_id'', true), '''')::uuid)',
          target);
        EXECUTE format(
          'GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO liangxing_app, liangxing_jobs', target);
      END $$;
      REVOKE ALL ON FUNCTION app.tenant_table(regclass) FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.tenant_table(regclass);
      DROP FUNCTION app.user_id();
      DROP FUNCTION app.organization_id();
      DROP SCHEMA app;
    `);
  }
}
