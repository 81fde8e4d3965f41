import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The worker tells news to people who have confirmed their address: it must see who has. */
export class MailConfirmedAddressesOnly1764000703000 implements MigrationInterface {
  name = 'MailConfirmedAddressesOnly1764000703000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT (email_confirmed_at) ON users TO liangxing_jobs;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT (email_confirmed_at) ON users FROM liangxing_jobs;');
  }
}
