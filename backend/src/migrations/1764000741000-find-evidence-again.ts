import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evidence says until when it is valid, serves corrective actions beside items and standards, and is found by its
 * bytes. Files and links that are there already stay as they are: a link was always a row of its own.
 */
export class FindEvidenceAgain1764000741000 implements MigrationInterface {
  name = 'FindEvidenceAgain1764000741000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence ADD COLUMN valid_until date;
      CREATE INDEX evidence_revisions_by_content ON evidence_revisions (organization_id, sha256);

      CREATE TABLE evidence_action_links (
        organization_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        action_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, evidence_id, action_id),
        FOREIGN KEY (organization_id, evidence_id)
          REFERENCES evidence (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, action_id)
          REFERENCES corrective_actions (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX evidence_action_links_by_action
        ON evidence_action_links (organization_id, action_id);
      SELECT app.tenant_table('evidence_action_links');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE evidence_action_links;
      DROP INDEX evidence_revisions_by_content;
      ALTER TABLE evidence DROP COLUMN valid_until;
    `);
  }
}
