import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invitation whose mail could not be sent says so to those who invited. */
export class TellOfMailsThatFailed1764000772000 implements MigrationInterface {
  name = 'TellOfMailsThatFailed1764000772000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitations ADD COLUMN mail_failed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitations DROP COLUMN mail_failed_at');
  }
}
