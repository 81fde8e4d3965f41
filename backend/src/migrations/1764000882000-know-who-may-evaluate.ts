import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A body knows what its people may evaluate: for which industries and schemes, by which qualification, until when. */
export class KnowWhoMayEvaluate1764000882000 implements MigrationInterface {
  name = 'KnowWhoMayEvaluate1764000882000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessors (
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        version integer NOT NULL,
        /* GB/T 4754: letters, and letters with a division. */
        industries text[] NOT NULL,
        /* Ids of schemes, or as the body calls them. */
        schemes text[] NOT NULL,
        /* [{ "title", "number", "issuedBy", "validUntil" }]; a day, or null: without end. */
        qualifications jsonb NOT NULL,
        languages text[] NOT NULL,
        note text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, user_id),
        FOREIGN KEY (organization_id, user_id) REFERENCES memberships (organization_id, user_id)
          ON DELETE CASCADE
      );
      SELECT app.tenant_table('assessors', 'team');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessors');
  }
}
