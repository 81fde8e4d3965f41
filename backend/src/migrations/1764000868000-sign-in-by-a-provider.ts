import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People sign in by a provider of identities (OpenID Connect): whose account an identity is, and the sign-ins that are under
 * way at the provider or wait for the account to be proved. Who signs in that way may have no password.
 */
export class SignInByAProvider1764000868000 implements MigrationInterface {
  name = 'SignInByAProvider1764000868000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ALTER COLUMN password_hash DROP NOT NULL;

      CREATE TABLE linked_identities (
        issuer text NOT NULL,
        /* The person, as the issuer names them and nobody else for ever. */
        subject text NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        linked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (issuer, subject),
        UNIQUE (user_id, issuer)
      );
      GRANT SELECT, INSERT, DELETE ON linked_identities TO liangxing_app;

      CREATE TABLE pending_sign_ons (
        /* Of what the browser holds; state, nonce and verifier are made of it and stored nowhere. */
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        return_to text NOT NULL,
        /* The session in which its person links an identity; null: somebody signs in. */
        session_hash bytea REFERENCES sessions (token_hash) ON DELETE CASCADE,
        /* Whose account waits to be proved before this identity is linked to it; null: not back from the provider. */
        user_id uuid REFERENCES users (id) ON DELETE CASCADE,
        issuer text,
        subject text,
        expires_at timestamptz NOT NULL,
        CHECK (num_nulls(user_id, issuer, subject) IN (0, 3))
      );
      CREATE INDEX pending_sign_ons_of_session ON pending_sign_ons (session_hash);
      CREATE INDEX pending_sign_ons_of_user ON pending_sign_ons (user_id);
      CREATE INDEX pending_sign_ons_by_end ON pending_sign_ons (expires_at);
      GRANT SELECT, INSERT, DELETE ON pending_sign_ons TO liangxing_app;
      GRANT DELETE ON pending_sign_ons TO liangxing_jobs;
      GRANT SELECT (expires_at) ON pending_sign_ons TO liangxing_jobs;
    `);
  }

  /** Accounts without a password cannot be kept as they are: theirs becomes one that nobody has. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE pending_sign_ons, linked_identities;
      UPDATE users SET password_hash = '-' WHERE password_hash IS NULL;
      ALTER TABLE users ALTER COLUMN password_hash SET NOT NULL;
    `);
  }
}
