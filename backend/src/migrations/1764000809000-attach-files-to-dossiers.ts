import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which files of the library stand behind the dossier of a self-evaluation, in which order. The list has a version of
 * its own; each line names the very revision whose pages were looked at. A file that is chosen is not removed.
 */
export class AttachFilesToDossiers1764000809000 implements MigrationInterface {
  name = 'AttachFilesToDossiers1764000809000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier_attachment_lists (
        organization_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, assessment_id),
        FOREIGN KEY (organization_id, assessment_id)
          REFERENCES assessments (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('dossier_attachment_lists');

      CREATE TABLE dossier_attachments (
        organization_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        revision integer NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        kind text NOT NULL CHECK (kind IN ('licence', 'chart', 'release', 'certificate', 'other')),
        pages integer NOT NULL CHECK (pages > 0),
        PRIMARY KEY (organization_id, assessment_id, evidence_id),
        FOREIGN KEY (organization_id, assessment_id)
          REFERENCES dossier_attachment_lists (organization_id, assessment_id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, evidence_id, revision)
          REFERENCES evidence_revisions (organization_id, evidence_id, revision)
      );
      CREATE INDEX dossier_attachments_by_evidence
        ON dossier_attachments (organization_id, evidence_id);
      SELECT app.tenant_table('dossier_attachments');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dossier_attachments;
      DROP TABLE dossier_attachment_lists;
    `);
  }
}
