import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person sees where they are signed in, and confirms their own address before mail goes to others in their name.
 * Nobody who is there already has proved an address; sessions that are open count as used just now. Every server
 * process hears at once of ended sessions and changed memberships, so that none goes by what it remembers.
 */
export class ShowSessionsAndConfirmAddresses1764000702000 implements MigrationInterface {
  name = 'ShowSessionsAndConfirmAddresses1764000702000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
        -- What the browser says of itself, in words; never the whole header.
        ADD COLUMN browser text NOT NULL DEFAULT '' CHECK (length(browser) <= 80),
        -- The first half of the address: enough to know one's own places by.
        ADD COLUMN network text NOT NULL DEFAULT '' CHECK (length(network) <= 60);
      CREATE UNIQUE INDEX sessions_by_id ON sessions (id);
      CREATE INDEX sessions_by_last_use ON sessions (last_used_at);
      GRANT UPDATE (last_used_at) ON sessions TO liangxing_app;
      GRANT SELECT (last_used_at) ON sessions TO liangxing_jobs;

      ALTER TABLE users ADD COLUMN email_confirmed_at timestamptz;
      CREATE TABLE email_confirmations (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        -- An address that was changed meanwhile is not confirmed by an old link.
        email text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX email_confirmations_of_user ON email_confirmations (user_id);
      GRANT SELECT, DELETE ON email_confirmations TO liangxing_app;
      GRANT SELECT, INSERT, DELETE ON email_confirmations TO liangxing_jobs;

      CREATE FUNCTION app.tell_identities_changed() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, pg_temp AS
        $$ BEGIN PERFORM pg_notify('identities_changed', ''); RETURN NULL; END $$;
      REVOKE ALL ON FUNCTION app.tell_identities_changed() FROM PUBLIC;
      CREATE TRIGGER tell_identities_changed AFTER INSERT OR UPDATE OR DELETE ON memberships
        FOR EACH STATEMENT EXECUTE FUNCTION app.tell_identities_changed();
      CREATE TRIGGER tell_identities_changed AFTER UPDATE OF name, language, password_hash ON users
        FOR EACH STATEMENT EXECUTE FUNCTION app.tell_identities_changed();
      CREATE TRIGGER tell_identities_changed AFTER DELETE ON sessions
        FOR EACH STATEMENT EXECUTE FUNCTION app.tell_identities_changed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_identities_changed ON sessions;
      DROP TRIGGER tell_identities_changed ON users;
      DROP TRIGGER tell_identities_changed ON memberships;
      DROP FUNCTION app.tell_identities_changed();
      DROP TABLE email_confirmations;
      ALTER TABLE users DROP COLUMN email_confirmed_at;
      ALTER TABLE sessions DROP COLUMN network, DROP COLUMN browser, DROP COLUMN last_used_at,
        DROP COLUMN id;
    `);
  }
}
