import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The server only adds jobs: it cannot read what waits in the queue. Functions that run with their owner's rights look
 * into temporary schemas last, where a caller could put objects of his own.
 */
export class NarrowWhatRolesReach1764000602000 implements MigrationInterface {
  name = 'NarrowWhatRolesReach1764000602000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON ALL TABLES IN SCHEMA pgboss FROM liangxing_app;
      GRANT SELECT ON pgboss.version, pgboss.queue TO liangxing_app;
      -- Adding a job answers with its id and its time.
      GRANT INSERT, SELECT (id, start_after) ON pgboss.job, pgboss.job_common TO liangxing_app;

      ALTER FUNCTION app.organization_ids() SET search_path = pg_catalog, public, pg_temp;
      ALTER FUNCTION app.issued_dossier(text) SET search_path = pg_catalog, public, pg_temp;
      ALTER FUNCTION app.issue_dossier(text, text, text, text, integer, boolean, timestamptz)
        SET search_path = pg_catalog, public, pg_temp;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss TO liangxing_app;
      ALTER FUNCTION app.organization_ids() SET search_path = pg_catalog, public;
      ALTER FUNCTION app.issued_dossier(text) SET search_path = pg_catalog, public;
      ALTER FUNCTION app.issue_dossier(text, text, text, text, integer, boolean, timestamptz)
        SET search_path = pg_catalog, public;
    `);
  }
}
