import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people looked up about a standard at an official site: the result, the day, the source and the picture. */
export class KeepWhatPeopleLookedUp1764000762000 implements MigrationInterface {
  name = 'KeepWhatPeopleLookedUp1764000762000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standard_verifications (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        /* Not a foreign key: what was looked up outlives the row. */
        standard_id uuid NOT NULL,
        /* Void once the number of the row is another one. */
        identity_key text NOT NULL,
        number text NOT NULL,
        result text NOT NULL CHECK (result IN ('current', 'replaced', 'withdrawn')),
        replaced_by text NOT NULL DEFAULT '',
        checked_on date NOT NULL,
        source text NOT NULL,
        evidence_id uuid,
        verified_at timestamptz NOT NULL DEFAULT now(),
        verified_by uuid NOT NULL,
        verified_by_name text NOT NULL,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, evidence_id) REFERENCES evidence (organization_id, id)
          ON DELETE SET NULL (evidence_id)
      );
      SELECT app.tenant_table('standard_verifications');
      REVOKE DELETE ON standard_verifications FROM liangxing_app, liangxing_jobs;
      CREATE INDEX standard_verifications_of_standard
        ON standard_verifications (organization_id, standard_id, verified_at DESC);
      CREATE INDEX standard_verifications_with_evidence
        ON standard_verifications (organization_id, evidence_id) WHERE evidence_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standard_verifications;');
  }
}
