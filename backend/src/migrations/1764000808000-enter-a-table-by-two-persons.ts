import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Scoring tables that an organization enters from a copy it holds. Who typed one is kept with it: nobody of them may
 * check it. Each check is kept as it was; an entry is given up, never deleted.
 */
export class EnterATableByTwoPersons1764000808000 implements MigrationInterface {
  name = 'EnterATableByTwoPersons1764000808000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheme_entries (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'checking', 'entered', 'given_up')),
        content jsonb NOT NULL,
        imported jsonb,
        file_name text NOT NULL DEFAULT '',
        editors jsonb NOT NULL,
        scheme_id text,
        scheme_version text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, scheme_id, scheme_version)
          REFERENCES organization_schemes (organization_id, id, version)
      );
      SELECT app.tenant_table('scheme_entries');
      REVOKE DELETE ON scheme_entries FROM liangxing_app, liangxing_jobs;

      CREATE TABLE scheme_entry_checks (
        organization_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        reading jsonb NOT NULL,
        differing text[] NOT NULL,
        checked_at timestamptz NOT NULL DEFAULT now(),
        checked_by uuid NOT NULL,
        checked_by_name text NOT NULL,
        PRIMARY KEY (organization_id, entry_id, number),
        FOREIGN KEY (organization_id, entry_id) REFERENCES scheme_entries (organization_id, id)
      );
      SELECT app.tenant_table('scheme_entry_checks');
      REVOKE UPDATE, DELETE ON scheme_entry_checks FROM liangxing_app, liangxing_jobs;
      CREATE TRIGGER scheme_entry_checks_are_immutable
        BEFORE UPDATE OR DELETE OR TRUNCATE ON scheme_entry_checks
        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE scheme_entry_checks;
      DROP TABLE scheme_entries;
    `);
  }
}
