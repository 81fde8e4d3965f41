import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan to a grade has a time until the application, and each correction the months that it takes. */
export class GivePlansTheirTime1764000771000 implements MigrationInterface {
  name = 'GivePlansTheirTime1764000771000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assessment_efforts
        ADD COLUMN months jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN horizon integer NOT NULL DEFAULT 12 CHECK (horizon BETWEEN 1 AND 120);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assessment_efforts DROP COLUMN months, DROP COLUMN horizon');
  }
}
