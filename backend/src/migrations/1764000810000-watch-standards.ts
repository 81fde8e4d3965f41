import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Standards that an enterprise follows, whether its register lists them or not, with what it last saw of each. What is
 * looked up about one of them by hand is kept with what is looked up about the register.
 */
export class WatchStandards1764000810000 implements MigrationInterface {
  name = 'WatchStandards1764000810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE watched_standards (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        identity_key text NOT NULL,
        number text NOT NULL,
        level text NOT NULL,
        /* As it was given; the register and the catalogue know better. */
        title text NOT NULL DEFAULT '',
        /* State, days and replacements that were marked as read. */
        seen jsonb NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(),
        added_by uuid NOT NULL,
        added_by_name text NOT NULL,
        /* Kept for a while, so that it can be taken back. */
        removed_at timestamptz,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, identity_key)
      );
      SELECT app.tenant_table('watched_standards');

      ALTER TABLE standard_verifications
        /* standard_id names a watched standard that no row of the register was. */
        ADD COLUMN is_watched boolean NOT NULL DEFAULT false;
      CREATE INDEX standard_verifications_by_identity
        ON standard_verifications (organization_id, identity_key, verified_at DESC)
        WHERE undone_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX standard_verifications_by_identity;
      DELETE FROM standard_verifications WHERE is_watched;
      ALTER TABLE standard_verifications DROP COLUMN is_watched;
      DROP TABLE watched_standards;
    `);
  }
}
