import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person's programs ask by access tokens. Each transaction proves a token as it proves a session, in the same statement,
 * and sees no more areas than the token opens, whatever the person and the grant by which they work may see.
 */
export class LetProgramsInByAccessTokens1764000864000 implements MigrationInterface {
  name = 'LetProgramsInByAccessTokens1764000864000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_tokens (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        name text NOT NULL,
        readable text[] NOT NULL,
        writable text[] NOT NULL,
        /* The only organization whose data it opens. */
        limited_to uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        /* Whether its owner had proved one in the session in which it was made. */
        has_second_factor boolean NOT NULL,
        last_used_on date,
        last_network text NOT NULL DEFAULT '',
        CHECK (cardinality(readable) > 0 AND writable <@ readable),
        CHECK (readable <@ ARRAY['profile', 'register', 'system', 'assessment', 'evidence', 'records',
          'improvements', 'dossier'])
      );
      CREATE INDEX access_tokens_of_user ON access_tokens (user_id);
      CREATE INDEX access_tokens_by_end ON access_tokens (expires_at);
      GRANT SELECT, INSERT, DELETE ON access_tokens TO liangxing_app;
      GRANT UPDATE (last_used_on, last_network, has_second_factor) ON access_tokens TO liangxing_app;
      GRANT DELETE ON access_tokens TO liangxing_jobs;
      GRANT SELECT (expires_at) ON access_tokens TO liangxing_jobs;
      CREATE TRIGGER tell_identity_changed AFTER DELETE ON access_tokens
        FOR EACH ROW EXECUTE FUNCTION app.tell_identity_changed('user_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE access_tokens;
    `);
  }
}
