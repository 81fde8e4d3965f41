import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of creating requests and the answers to them. They belong to a person and not to an organization: founding one
 * has none yet. Hashes stand for route and content, so that neither secrets in addresses nor bodies are kept.
 */
export class DoWhatIsAskedTwiceOnce1764000731000 implements MigrationInterface {
  name = 'DoWhatIsAskedTwiceOnce1764000731000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        name bytea NOT NULL CHECK (length(name) = 32),
        content bytea NOT NULL CHECK (length(content) = 32),
        taken_at timestamptz NOT NULL DEFAULT now(),
        -- Null until the request is answered; 500 where it failed with something stored.
        status smallint CHECK (status BETWEEN 200 AND 599),
        etag text,
        -- Null with a status: too long to be kept, or not known.
        body bytea,
        PRIMARY KEY (user_id, name)
      );
      CREATE INDEX idempotency_keys_by_age ON idempotency_keys (taken_at);
      ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
      ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON idempotency_keys TO liangxing_app
        USING (user_id = app.user_id()) WITH CHECK (user_id = app.user_id());
      CREATE POLICY over ON idempotency_keys TO liangxing_jobs
        USING (taken_at < now() - interval '1 day');
      GRANT SELECT, INSERT, DELETE, UPDATE (status, etag, body) ON idempotency_keys TO liangxing_app;
      GRANT SELECT (taken_at), DELETE ON idempotency_keys TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys;');
  }
}
