import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Further numbers of one cell may be rows of their own; a list's import keeps what is said of its file. */
export class ReadTablesAlikeAtEveryDoor1764000761000 implements MigrationInterface {
  name = 'ReadTablesAlikeAtEveryDoor1764000761000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standard_import_rows ADD COLUMN part integer NOT NULL DEFAULT 0 CHECK (part >= 0),
        DROP CONSTRAINT standard_import_rows_pkey,
        ADD PRIMARY KEY (organization_id, import_id, sheet, row_number, part);
      ALTER TABLE standard_import_rows ALTER COLUMN part DROP DEFAULT;
      ALTER TABLE record_imports ADD COLUMN said jsonb NOT NULL
        DEFAULT '{"sheets": [], "alike": [], "notes": []}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE record_imports DROP COLUMN said;
      ALTER TABLE standard_import_rows NO FORCE ROW LEVEL SECURITY;
      -- Of several numbers in one cell only the first can stay.
      DELETE FROM standard_import_rows WHERE part > 0;
      ALTER TABLE standard_import_rows DROP CONSTRAINT standard_import_rows_pkey,
        DROP COLUMN part, ADD PRIMARY KEY (organization_id, import_id, sheet, row_number);
      ALTER TABLE standard_import_rows FORCE ROW LEVEL SECURITY;
    `);
  }
}
