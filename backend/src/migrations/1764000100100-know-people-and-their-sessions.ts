import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their sessions and password resets: they belong to no tenant. */
export class KnowPeopleAndTheirSessions1764000100100 implements MigrationInterface {
  name = 'KnowPeopleAndTheirSessions1764000100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
        name text NOT NULL,
        password_hash text NOT NULL,
        language text NOT NULL DEFAULT 'zh-CN' CHECK (language IN ('zh-CN', 'en')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT, UPDATE ON users TO liangxing_app;
      GRANT SELECT (id, email, name, language) ON users TO liangxing_jobs;

      CREATE TABLE sessions (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sessions_of_user ON sessions (user_id);
      CREATE INDEX sessions_by_end ON sessions (expires_at);
      GRANT SELECT, INSERT, DELETE ON sessions TO liangxing_app;
      GRANT DELETE ON sessions TO liangxing_jobs;
      GRANT SELECT (expires_at) ON sessions TO liangxing_jobs;

      CREATE TABLE password_resets (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX password_resets_of_user ON password_resets (user_id);
      GRANT SELECT, DELETE ON password_resets TO liangxing_app;
      GRANT SELECT, INSERT, DELETE ON password_resets TO liangxing_jobs;

      -- The shape that rate-limiter-flexible expects.
      CREATE TABLE rate_limits (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE rate_limits, password_resets, sessions, users;`);
  }
}
