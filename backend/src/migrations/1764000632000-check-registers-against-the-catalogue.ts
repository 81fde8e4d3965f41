import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a currency check found in a register, who is told, what was replaced, and what readers report as wrong. */
export class CheckRegistersAgainstTheCatalogue1764000632000 implements MigrationInterface {
  name = 'CheckRegistersAgainstTheCatalogue1764000632000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* The last finding stands with the row, so that lists need no join; it is void once the number changes. */
      ALTER TABLE standards
        ADD COLUMN checked_status text CHECK (checked_status IN
          ('unpublished', 'upcoming', 'current', 'ending', 'replaced', 'withdrawn', 'unknown')),
        ADD COLUMN checked_status_on date;
      CREATE FUNCTION app.forget_checked_status() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.checked_status := NULL;
        NEW.checked_status_on := NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER standards_forget_checked_status BEFORE UPDATE OF identity_key ON standards
        FOR EACH ROW WHEN (OLD.identity_key IS DISTINCT FROM NEW.identity_key)
        EXECUTE FUNCTION app.forget_checked_status();

      CREATE TABLE currency_checks (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        day date NOT NULL,
        counts jsonb NOT NULL,
        /* What differs from the check before: [{ standardId, number, title, from, to }] */
        changes jsonb NOT NULL,
        checked_at timestamptz NOT NULL DEFAULT now(),
        checked_by_name text NOT NULL,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('currency_checks');
      CREATE INDEX currency_checks_in_time ON currency_checks (organization_id, checked_at DESC);

      CREATE TABLE currency_notices (
        organization_id uuid NOT NULL,
        check_id uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        sent_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, check_id, user_id),
        FOREIGN KEY (organization_id, check_id)
          REFERENCES currency_checks (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('currency_notices');

      /* No row: an owner or editor is told. */
      CREATE TABLE currency_notice_choices (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        wants_mail boolean NOT NULL,
        PRIMARY KEY (organization_id, user_id)
      );
      SELECT app.tenant_table('currency_notice_choices');

      CREATE TABLE standard_replacements (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        /* Not a foreign key: the log outlives the row. */
        standard_id uuid NOT NULL,
        old_number text NOT NULL,
        new_number text NOT NULL,
        before jsonb NOT NULL,
        version_after integer NOT NULL,
        replaced_at timestamptz NOT NULL DEFAULT now(),
        replaced_by uuid NOT NULL,
        replaced_by_name text NOT NULL,
        undone_at timestamptz,
        undone_by_name text,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('standard_replacements');
      REVOKE DELETE ON standard_replacements FROM liangxing_app, liangxing_jobs;
      CREATE INDEX standard_replacements_in_time
        ON standard_replacements (organization_id, replaced_at DESC);

      CREATE TABLE catalogue_feedback (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        identity_key text NOT NULL,
        number text NOT NULL,
        message text NOT NULL CHECK (message <> ''),
        source text NOT NULL DEFAULT '',
        user_id uuid NOT NULL,
        user_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        mailed_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('catalogue_feedback');
      REVOKE DELETE ON catalogue_feedback FROM liangxing_app, liangxing_jobs;
      /* Who keeps the catalogue reads what every organization reports. */
      CREATE POLICY maintainers ON catalogue_feedback FOR SELECT TO liangxing_migrator USING (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE catalogue_feedback, standard_replacements, currency_notice_choices, currency_notices,
        currency_checks;
      DROP TRIGGER standards_forget_checked_status ON standards;
      DROP FUNCTION app.forget_checked_status();
      ALTER TABLE standards DROP COLUMN checked_status, DROP COLUMN checked_status_on;
    `);
  }
}
