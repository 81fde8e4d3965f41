import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrective actions, numbered per organization. */
export class TrackCorrectiveActions1764000504000 implements MigrationInterface {
  name = 'TrackCorrectiveActions1764000504000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE corrective_actions (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        number integer NOT NULL CHECK (number > 0),
        assessment_id uuid,
        item_id text,
        rule_id text,
        finding text NOT NULL DEFAULT '',
        cause text NOT NULL DEFAULT '',
        measure text NOT NULL DEFAULT '',
        owner text NOT NULL DEFAULT '',
        due_on date,
        state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('open', 'in_progress', 'done', 'verified')),
        result text NOT NULL DEFAULT '',
        verified_by text NOT NULL DEFAULT '',
        verified_on date,
        effort double precision,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, number),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments (organization_id, id),
        CHECK (item_id IS NULL OR assessment_id IS NOT NULL),
        CHECK (state <> 'verified' OR (verified_by <> '' AND verified_by <> owner))
      );
      SELECT app.tenant_table('corrective_actions');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE corrective_actions;`);
  }
}
