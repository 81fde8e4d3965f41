import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People sign in by passkeys (WebAuthn): the keys of their authenticators, and challenges that wait for an answer. */
export class SignInByPasskeys1764000873000 implements MigrationInterface {
  name = 'SignInByPasskeys1764000873000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkeys (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        /* As the authenticator names it. */
        credential_id bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
        /* COSE. */
        public_key bytea NOT NULL,
        /* Uses, as the authenticator counts them; 0 for ever where it does not. */
        counter bigint NOT NULL CHECK (counter >= 0),
        transports text[] NOT NULL,
        /* Whether it may leave its device, and whether a copy is kept elsewhere now. */
        is_synced boolean NOT NULL,
        is_backed_up boolean NOT NULL,
        name text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz
      );
      CREATE INDEX passkeys_of_user ON passkeys (user_id);
      GRANT SELECT, INSERT, DELETE ON passkeys TO liangxing_app;
      GRANT UPDATE (counter, is_backed_up, name, version, last_used_at) ON passkeys TO liangxing_app;

      CREATE TABLE passkey_challenges (
        challenge_hash bytea PRIMARY KEY CHECK (length(challenge_hash) = 32),
        /* The session in which its person adds a passkey, or what the browser holds in which somebody signs in. */
        session_hash bytea REFERENCES sessions (token_hash) ON DELETE CASCADE,
        browser_hash bytea CHECK (length(browser_hash) = 32),
        expires_at timestamptz NOT NULL,
        CHECK (num_nonnulls(session_hash, browser_hash) = 1)
      );
      CREATE INDEX passkey_challenges_of_session ON passkey_challenges (session_hash);
      CREATE INDEX passkey_challenges_by_end ON passkey_challenges (expires_at);
      GRANT SELECT, INSERT, DELETE ON passkey_challenges TO liangxing_app;
      GRANT DELETE ON passkey_challenges TO liangxing_jobs;
      GRANT SELECT (expires_at) ON passkey_challenges TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passkey_challenges, passkeys');
  }
}
