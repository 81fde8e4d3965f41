import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence: a title with revisions of a file, serving items of an assessment and standards of the register. */
export class StoreEvidence1764000503000 implements MigrationInterface {
  name = 'StoreEvidence1764000503000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        title text NOT NULL,
        period_from date,
        period_to date,
        current_revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('evidence');

      CREATE TABLE evidence_revisions (
        organization_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        revision integer NOT NULL CHECK (revision > 0),
        file_name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL CHECK (size >= 0),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        storage_key text NOT NULL UNIQUE,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        uploaded_by uuid NOT NULL,
        uploaded_by_name text NOT NULL,
        PRIMARY KEY (organization_id, evidence_id, revision),
        FOREIGN KEY (organization_id, evidence_id)
          REFERENCES evidence (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('evidence_revisions');

      CREATE TABLE evidence_item_links (
        organization_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        item_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, evidence_id, assessment_id, item_id),
        FOREIGN KEY (organization_id, evidence_id)
          REFERENCES evidence (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments (organization_id, id)
      );
      CREATE INDEX evidence_item_links_by_item
        ON evidence_item_links (organization_id, assessment_id, item_id);
      SELECT app.tenant_table('evidence_item_links');

      CREATE TABLE evidence_standard_links (
        organization_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        standard_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, evidence_id, standard_id),
        FOREIGN KEY (organization_id, evidence_id)
          REFERENCES evidence (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, standard_id)
          REFERENCES standards (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX evidence_standard_links_by_standard
        ON evidence_standard_links (organization_id, standard_id);
      SELECT app.tenant_table('evidence_standard_links');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE evidence_standard_links, evidence_item_links, evidence_revisions, evidence;`,
    );
  }
}
