import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The address that a person wants to have, until a mail to it was read: one at a time, and only the newest link works. */
export class ChangeAddresses1764000861200 implements MigrationInterface {
  name = 'ChangeAddresses1764000861200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE email_changes (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
        /* Of the link in the mail; null until the worker has made it. */
        token_hash bytea UNIQUE CHECK (length(token_hash) = 32),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX email_changes_by_end ON email_changes (expires_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON email_changes TO liangxing_app;
      GRANT SELECT, DELETE, UPDATE (token_hash) ON email_changes TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE email_changes;');
  }
}
