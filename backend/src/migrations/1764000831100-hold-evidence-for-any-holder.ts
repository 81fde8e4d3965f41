import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a dossier names is held, and by the same table whatever else will need a file to stay. A hold points at its
 * holder by a column of its own for each kind, so that it goes with it. Dossiers that were never issued go with their
 * assessment; the database keeps those that were.
 */
export class HoldEvidenceForAnyHolder1764000831100 implements MigrationInterface {
  name = 'HoldEvidenceForAnyHolder1764000831100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier_evidence RENAME TO evidence_holds;
      ALTER TABLE evidence_holds RENAME COLUMN dossier_id TO holder_id;
      ALTER TABLE evidence_holds
        DROP CONSTRAINT dossier_evidence_pkey,
        DROP CONSTRAINT dossier_evidence_organization_id_dossier_id_fkey,
        ADD COLUMN holder_kind text NOT NULL DEFAULT 'dossier' CHECK (holder_kind IN ('dossier')),
        ADD COLUMN dossier_id uuid
          GENERATED ALWAYS AS (CASE WHEN holder_kind = 'dossier' THEN holder_id END) STORED,
        /* The holder has failed: whoever removes the file takes the hold along. */
        ADD COLUMN is_loose boolean NOT NULL DEFAULT false;
      ALTER TABLE evidence_holds
        ALTER COLUMN holder_kind DROP DEFAULT,
        ADD CONSTRAINT evidence_holds_pkey
          PRIMARY KEY (organization_id, holder_kind, holder_id, evidence_id),
        ADD CONSTRAINT evidence_holds_of_dossier FOREIGN KEY (organization_id, dossier_id)
          REFERENCES dossiers (organization_id, id) ON DELETE CASCADE;
      ALTER TABLE evidence_holds
        RENAME CONSTRAINT dossier_evidence_organization_id_evidence_id_revision_fkey
        TO evidence_holds_of_revision;
      ALTER INDEX dossier_evidence_by_evidence RENAME TO evidence_holds_by_evidence;
      CREATE INDEX evidence_holds_by_dossier ON evidence_holds (organization_id, dossier_id);

      DO $$
      DECLARE one uuid;
      BEGIN
        FOR one IN SELECT id FROM organizations LOOP
          PERFORM set_config('app.organization_id', one::text, true);
          UPDATE evidence_holds h SET is_loose = true FROM dossiers d
          WHERE d.organization_id = h.organization_id AND d.id = h.holder_id AND d.state = 'failed';
        END LOOP;
        PERFORM set_config('app.organization_id', '', true);
      END $$;

      ALTER TABLE dossiers
        DROP CONSTRAINT dossiers_organization_id_assessment_id_fkey,
        ADD CONSTRAINT dossiers_organization_id_assessment_id_fkey
          FOREIGN KEY (organization_id, assessment_id)
          REFERENCES assessments (organization_id, id) ON DELETE CASCADE;
      CREATE FUNCTION app.keep_issued_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'an issued dossier stays' USING ERRCODE = 'foreign_key_violation';
      END $$;
      REVOKE ALL ON FUNCTION app.keep_issued_dossier() FROM PUBLIC;
      CREATE TRIGGER issued_dossiers_stay BEFORE DELETE ON dossiers
        FOR EACH ROW WHEN (OLD.state = 'ready') EXECUTE FUNCTION app.keep_issued_dossier();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER issued_dossiers_stay ON dossiers;
      DROP FUNCTION app.keep_issued_dossier();
      ALTER TABLE dossiers
        DROP CONSTRAINT dossiers_organization_id_assessment_id_fkey,
        ADD CONSTRAINT dossiers_organization_id_assessment_id_fkey
          FOREIGN KEY (organization_id, assessment_id)
          REFERENCES assessments (organization_id, id);

      DROP INDEX evidence_holds_by_dossier;
      ALTER INDEX evidence_holds_by_evidence RENAME TO dossier_evidence_by_evidence;
      ALTER TABLE evidence_holds
        RENAME CONSTRAINT evidence_holds_of_revision
        TO dossier_evidence_organization_id_evidence_id_revision_fkey;
      ALTER TABLE evidence_holds
        DROP CONSTRAINT evidence_holds_of_dossier,
        DROP CONSTRAINT evidence_holds_pkey,
        DROP COLUMN dossier_id,
        DROP COLUMN holder_kind,
        DROP COLUMN is_loose;
      ALTER TABLE evidence_holds RENAME COLUMN holder_id TO dossier_id;
      ALTER TABLE evidence_holds RENAME TO dossier_evidence;
      ALTER TABLE dossier_evidence
        ADD CONSTRAINT dossier_evidence_pkey PRIMARY KEY (organization_id, dossier_id, evidence_id),
        ADD CONSTRAINT dossier_evidence_organization_id_dossier_id_fkey
          FOREIGN KEY (organization_id, dossier_id)
          REFERENCES dossiers (organization_id, id) ON DELETE CASCADE;
    `);
  }
}
