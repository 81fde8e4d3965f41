import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A consultancy brings a workbook with its clients: what was read waits for the answer, then for its turn to be mailed. */
export class StartClientsInBulk1764000867000 implements MigrationInterface {
  name = 'StartClientsInBulk1764000867000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* What the consultancy knows of the enterprise and wants of its own people, before anybody has answered. */
      ALTER TABLE engagement_offers
        ADD COLUMN partner_code text,
        ADD COLUMN assignee_ids uuid[] NOT NULL DEFAULT '{}';

      CREATE TABLE client_imports (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        state text NOT NULL DEFAULT 'previewed' CHECK (state IN ('previewed', 'committed', 'stopped')),
        file_name text NOT NULL,
        rows jsonb NOT NULL,
        ignored text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_id uuid NOT NULL,
        created_by_name text NOT NULL,
        committed_at timestamptz,
        /* Of the job whose turn it is; one that was done before does nothing. */
        run integer NOT NULL DEFAULT 0,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('client_imports', 'team');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE client_imports;
      ALTER TABLE engagement_offers DROP COLUMN partner_code, DROP COLUMN assignee_ids;
    `);
  }
}
