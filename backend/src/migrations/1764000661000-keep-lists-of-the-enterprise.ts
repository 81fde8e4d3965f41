import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Laws, plans, trainings and the like: one table for every list, its imports, and the proofs made of it. */
export class KeepListsOfTheEnterprise1764000661000 implements MigrationInterface {
  name = 'KeepListsOfTheEnterprise1764000661000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE records (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        kind text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
        title text NOT NULL,
        happened_on date,
        -- Every text of the record in lower case: what a search looks in.
        words text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, kind, number)
      );
      SELECT app.tenant_table('records');

      CREATE TABLE record_imports (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL DEFAULT 'previewed'
          CHECK (state IN ('previewed', 'committed', 'undone')),
        file_name text NOT NULL,
        columns jsonb NOT NULL,
        rows jsonb NOT NULL,
        written jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_name text NOT NULL,
        committed_at timestamptz,
        undone_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('record_imports');

      CREATE TABLE record_evidence (
        organization_id uuid NOT NULL,
        kind text NOT NULL,
        -- 0: all years.
        year integer NOT NULL,
        evidence_id uuid NOT NULL,
        PRIMARY KEY (organization_id, kind, year),
        FOREIGN KEY (organization_id, evidence_id)
          REFERENCES evidence (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('record_evidence');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE record_evidence, record_imports, records;`);
  }
}
