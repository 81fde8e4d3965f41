import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which revision of which evidence a frozen dossier lists: what was submitted stays and can be shown. Dossiers that
 * exist already are read from their snapshots; the tenants' wall stands for the migrator too, hence the loop.
 */
export class HoldEvidenceOfDossiers1764000601000 implements MigrationInterface {
  name = 'HoldEvidenceOfDossiers1764000601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier_evidence (
        organization_id uuid NOT NULL,
        dossier_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        revision integer NOT NULL,
        PRIMARY KEY (organization_id, dossier_id, evidence_id),
        FOREIGN KEY (organization_id, dossier_id)
          REFERENCES dossiers (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, evidence_id, revision)
          REFERENCES evidence_revisions (organization_id, evidence_id, revision)
      );
      CREATE INDEX dossier_evidence_by_evidence ON dossier_evidence (organization_id, evidence_id);
      SELECT app.tenant_table('dossier_evidence');

      DO $$
      DECLARE one uuid;
      BEGIN
        FOR one IN SELECT id FROM organizations LOOP
          PERFORM set_config('app.organization_id', one::text, true);
          INSERT INTO dossier_evidence (organization_id, dossier_id, evidence_id, revision)
          SELECT d.organization_id, d.id, r.evidence_id, r.revision
          FROM dossiers d
          CROSS JOIN LATERAL jsonb_array_elements(d.snapshot::jsonb -> 'evidence') AS listed
          JOIN evidence_revisions r ON r.organization_id = d.organization_id
            AND r.sha256 = listed ->> 'sha256' AND r.revision = (listed ->> 'revision')::integer
          WHERE d.snapshot IS NOT NULL
          ON CONFLICT DO NOTHING;
        END LOOP;
        PERFORM set_config('app.organization_id', '', true);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE dossier_evidence;`);
  }
}
