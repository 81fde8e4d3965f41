import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A second factor beside the password: the secret of a person's authenticator, recovery codes for the day it is lost,
 * and the sign-in that waits for one of the two. A session says when its person proved the second factor.
 */
export class ProvePeopleByASecondFactor1764000861000 implements MigrationInterface {
  name = 'ProvePeopleByASecondFactor1764000861000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE second_factors (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        /* Encrypted by the server. */
        secret bytea NOT NULL,
        /* Null: begun, and not proved by a code yet. */
        enabled_at timestamptz,
        /* Of the last code that was taken; none of it or before counts again. */
        last_step bigint NOT NULL DEFAULT 0
      );
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
        code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
        PRIMARY KEY (user_id, code_hash)
      );
      CREATE TABLE pending_sign_ins (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        tries integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX pending_sign_ins_of_user ON pending_sign_ins (user_id);
      CREATE INDEX pending_sign_ins_by_end ON pending_sign_ins (expires_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, pending_sign_ins TO liangxing_app;
      GRANT SELECT, INSERT, DELETE ON recovery_codes TO liangxing_app;
      GRANT DELETE ON pending_sign_ins TO liangxing_jobs;
      GRANT SELECT (expires_at) ON pending_sign_ins TO liangxing_jobs;

      ALTER TABLE sessions ADD COLUMN second_factor_at timestamptz;
      GRANT UPDATE (second_factor_at) ON sessions TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions DROP COLUMN second_factor_at;
      DROP TABLE pending_sign_ins, recovery_codes, second_factors;
    `);
  }
}
