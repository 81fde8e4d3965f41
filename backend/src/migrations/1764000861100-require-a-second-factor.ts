import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An organization can ask its people, and those who work on its data by a grant, to have proved a second factor in the
 * session in which they come; `app.enter` asks it.
 */
export class RequireASecondFactor1764000861100 implements MigrationInterface {
  name = 'RequireASecondFactor1764000861100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false;
      GRANT UPDATE (requires_second_factor) ON organizations TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations DROP COLUMN requires_second_factor;
    `);
  }
}
