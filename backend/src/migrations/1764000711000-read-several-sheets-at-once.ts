import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several sheets of one shape are one import; hidden and struck-through rows can be left out of it. */
export class ReadSeveralSheetsAtOnce1764000711000 implements MigrationInterface {
  name = 'ReadSeveralSheetsAtOnce1764000711000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The owner of the tables sees the rows of all organizations while it rewrites them.
      ALTER TABLE standard_imports NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_rows NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_imports ADD COLUMN choices jsonb;
      -- Those that are there read one sheet, and all of its rows.
      UPDATE standard_imports SET choices = jsonb_build_object('sheets', jsonb_build_array(sheet),
        'alike', jsonb_build_array(sheet), 'leftOut', '{"hidden": false, "struck": false}'::jsonb);
      ALTER TABLE standard_imports ALTER COLUMN choices SET NOT NULL;
      ALTER TABLE standard_import_rows ADD COLUMN sheet integer;
      UPDATE standard_import_rows r SET sheet = i.sheet, record = record || '{"whenNew": {}}'
        FROM standard_imports i
        WHERE i.organization_id = r.organization_id AND i.id = r.import_id;
      ALTER TABLE standard_import_rows ALTER COLUMN sheet SET NOT NULL,
        DROP CONSTRAINT standard_import_rows_pkey,
        ADD PRIMARY KEY (organization_id, import_id, sheet, row_number);
      ALTER TABLE standard_imports FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_rows FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standard_imports NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_rows NO FORCE ROW LEVEL SECURITY;
      -- Of several sheets only the first can stay.
      DELETE FROM standard_import_rows r USING standard_imports i
        WHERE i.organization_id = r.organization_id AND i.id = r.import_id AND i.sheet <> r.sheet;
      ALTER TABLE standard_import_rows DROP CONSTRAINT standard_import_rows_pkey,
        DROP COLUMN sheet, ADD PRIMARY KEY (organization_id, import_id, row_number);
      ALTER TABLE standard_imports DROP COLUMN choices;
      ALTER TABLE standard_imports FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_rows FORCE ROW LEVEL SECURITY;
    `);
  }
}
