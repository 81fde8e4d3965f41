import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of each condition of an application a person says whether it is met, what proves it and when it was looked at.
 * Evidence serves conditions beside items, standards and actions. Both go with their assessment.
 */
export class ConfirmConditionsOfAnApplication1764000803000 implements MigrationInterface {
  name = 'ConfirmConditionsOfAnApplication1764000803000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE condition_answers (
        organization_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        condition_id text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        answer text NOT NULL CHECK (answer IN ('unanswered', 'yes', 'no')),
        proof text NOT NULL DEFAULT '',
        checked_on date,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, assessment_id, condition_id),
        FOREIGN KEY (organization_id, assessment_id)
          REFERENCES assessments (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('condition_answers');

      CREATE TABLE evidence_condition_links (
        organization_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        condition_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, evidence_id, assessment_id, condition_id),
        FOREIGN KEY (organization_id, evidence_id)
          REFERENCES evidence (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, assessment_id)
          REFERENCES assessments (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX evidence_condition_links_by_condition
        ON evidence_condition_links (organization_id, assessment_id, condition_id);
      SELECT app.tenant_table('evidence_condition_links');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE evidence_condition_links;
      DROP TABLE condition_answers;
    `);
  }
}
