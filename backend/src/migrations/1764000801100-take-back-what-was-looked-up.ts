import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was noted by mistake is taken back: the row gets the state again that it had before. */
export class TakeBackWhatWasLookedUp1764000801100 implements MigrationInterface {
  name = 'TakeBackWhatWasLookedUp1764000801100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standard_verifications
        /* State, day and source of the row before; NULL with what was noted earlier. */
        ADD COLUMN before jsonb,
        ADD COLUMN undone_at timestamptz,
        ADD COLUMN undone_by_name text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standard_verifications
        DROP COLUMN before, DROP COLUMN undone_at, DROP COLUMN undone_by_name;
    `);
  }
}
