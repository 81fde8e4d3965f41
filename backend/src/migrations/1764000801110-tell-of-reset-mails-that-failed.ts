import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member whose mail to reset the password could not be sent: those who manage the members may help. */
export class TellOfResetMailsThatFailed1764000801110 implements MigrationInterface {
  name = 'TellOfResetMailsThatFailed1764000801110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ADD COLUMN reset_mail_failed_at timestamptz;
      GRANT SELECT (reset_mail_failed_at), UPDATE (reset_mail_failed_at) ON users TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN reset_mail_failed_at;');
  }
}
