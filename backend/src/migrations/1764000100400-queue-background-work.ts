import { getConstructionPlans } from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema of pg-boss, owned by the migrator: the running programs may use it and not change it. */
export class QueueBackgroundWork1764000100400 implements MigrationInterface {
  name = 'QueueBackgroundWork1764000100400';

  async up(runner: QueryRunner): Promise<void> {
    // The plans bring BEGIN and COMMIT of their own; here they belong to the migration's transaction.
    const plans = getConstructionPlans('pgboss')
      .replace(/^\s*BEGIN;/, '')
      .replace(/COMMIT;\s*$/, '');
    await runner.query(plans);
    await runner.query(`
      GRANT USAGE ON SCHEMA pgboss TO liangxing_app, liangxing_jobs;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO liangxing_jobs;
      GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss TO liangxing_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO liangxing_app, liangxing_jobs;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO liangxing_app, liangxing_jobs;
      ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA pgboss CASCADE;`);
  }
}
