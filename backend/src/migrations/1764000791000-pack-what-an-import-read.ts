import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a commit plans with is packed as one, as the sheets are; a row keeps what is shown of it. Indexes that row-level
 * security never let a search use (their operators are not leakproof) go.
 */
export class PackWhatAnImportRead1764000791000 implements MigrationInterface {
  name = 'PackWhatAnImportRead1764000791000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standard_imports NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_rows NO FORCE ROW LEVEL SECURITY;

      ALTER TABLE standard_imports ADD COLUMN read_rows bytea NOT NULL DEFAULT '';
      ALTER TABLE standard_imports ALTER COLUMN read_rows SET STORAGE EXTERNAL;
      UPDATE standard_imports i SET read_rows = convert_to(coalesce((
        SELECT jsonb_agg(jsonb_build_object('sheet', r.sheet, 'rowNumber', r.row_number, 'part', r.part,
          'values', '{}'::jsonb) || r.record ORDER BY r.position)
        FROM standard_import_rows r
        WHERE r.organization_id = i.organization_id AND r.import_id = i.id)::text, '[]'), 'UTF8')
        WHERE state = 'previewed';

      ALTER TABLE standard_import_rows RENAME COLUMN cells TO "values";
      UPDATE standard_import_rows r SET "values" = "values" || coalesce((
        SELECT jsonb_object_agg(field, r.record -> 'record' ->> field)
        FROM unnest(ARRAY['number', 'title', 'systemCode', 'department', 'issuedOn', 'inForceOn',
          'withdrawnOn', 'note']) AS field
        WHERE coalesce(r.record -> 'record' ->> field, '') <> ''), '{}');
      ALTER TABLE standard_import_rows DROP COLUMN record;

      ALTER TABLE standard_imports FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_rows FORCE ROW LEVEL SECURITY;

      DROP INDEX standards_by_title_part, standards_by_number_part, standards_by_replaced;
    `);
  }

  /** Previews that nobody has decided on are made anew from their files. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX standards_by_title_part ON standards USING gin (title gin_trgm_ops);
      CREATE INDEX standards_by_number_part ON standards USING gin (search_number gin_trgm_ops);
      CREATE INDEX standards_by_replaced ON standards USING gin (replaces_keys);

      ALTER TABLE standard_imports NO FORCE ROW LEVEL SECURITY;
      DELETE FROM standard_imports WHERE state = 'previewed';
      ALTER TABLE standard_imports FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_imports DROP COLUMN read_rows;
      ALTER TABLE standard_import_rows RENAME COLUMN "values" TO cells;
      ALTER TABLE standard_import_rows ADD COLUMN record jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE standard_import_rows ALTER COLUMN record DROP DEFAULT;
    `);
  }
}
