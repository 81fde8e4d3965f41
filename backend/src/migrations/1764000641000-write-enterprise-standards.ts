import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Standards that a company writes itself: drafts, the steps of their life, its way of numbering. */
export class WriteEnterpriseStandards1764000641000 implements MigrationInterface {
  name = 'WriteEnterpriseStandards1764000641000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standard_drafts (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        /* Its entry in the register; null where a person has removed that. */
        standard_id uuid,
        outline_id text NOT NULL DEFAULT '',
        kind text NOT NULL CHECK (kind IN ('technical', 'management', 'post')),
        title text NOT NULL CHECK (title <> ''),
        english_title text NOT NULL DEFAULT '',
        number text NOT NULL DEFAULT '',
        /* Number of the edition that this one replaces, and its draft, if it was written here. */
        replaces_number text NOT NULL DEFAULT '',
        replaces_draft uuid,
        department text NOT NULL DEFAULT '',
        drafters jsonb NOT NULL DEFAULT '[]',
        state text NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'review', 'approved', 'in_force', 'revised', 'withdrawn')),
        issued_on date,
        in_force_on date,
        withdrawn_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, standard_id)
          REFERENCES standards (organization_id, id) ON DELETE SET NULL (standard_id),
        FOREIGN KEY (organization_id, replaces_draft)
          REFERENCES standard_drafts (organization_id, id) ON DELETE SET NULL (replaces_draft)
      );
      SELECT app.tenant_table('standard_drafts');
      CREATE INDEX standard_drafts_by_standard ON standard_drafts (organization_id, standard_id);

      CREATE TABLE standard_draft_steps (
        organization_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        state text NOT NULL,
        on_day date NOT NULL,
        by_name text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        recorded_by uuid NOT NULL,
        recorded_by_name text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, draft_id, number),
        FOREIGN KEY (organization_id, draft_id)
          REFERENCES standard_drafts (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('standard_draft_steps');

      CREATE TABLE numbering_rules (
        organization_id uuid PRIMARY KEY REFERENCES organizations (id),
        version integer NOT NULL DEFAULT 1,
        pattern text NOT NULL CHECK (pattern <> ''),
        /* Letters of the classes: technical, management, post. */
        classes jsonb NOT NULL
      );
      SELECT app.tenant_table('numbering_rules');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE numbering_rules, standard_draft_steps, standard_drafts;`);
  }
}
