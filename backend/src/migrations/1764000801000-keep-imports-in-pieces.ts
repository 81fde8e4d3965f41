import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROWS_PER_PIECE = 500;

/** Which organizations have previews or rows to forget; `kept` is a relation with the rows of an import. */
const organizationsWithOldImports = (kept: string): string => `
  CREATE OR REPLACE FUNCTION app.organizations_with_old_imports() RETURNS SETOF uuid
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    before text := coalesce(current_setting('app.organization_id', true), '');
    organization uuid;
  BEGIN
    FOR organization IN SELECT id FROM organizations LOOP
      PERFORM set_config('app.organization_id', organization::text, true);
      IF EXISTS (SELECT FROM standard_imports i WHERE i.organization_id = organization AND (
          i.state = 'previewed' AND i.created_at < now() - interval '7 days'
          OR i.state = 'undone' AND (i.sheets <> '' OR EXISTS (SELECT FROM ${kept} r
            WHERE r.organization_id = organization AND r.import_id = i.id)))) THEN
        RETURN NEXT organization;
      END IF;
    END LOOP;
    PERFORM set_config('app.organization_id', before, true);
  END $$;`;

/** A column of packed texts (U+FDD0 between rows), of the rows that were written. */
const packed = (text: string): string =>
  `coalesce(string_agg(coalesce(${text}, ''), U&'\\FDD0' ORDER BY position) FILTER (WHERE version_after IS NOT NULL), '')`;

/**
 * Rows of an import are kept in pieces of some hundred: what is shown of them, and what a commit writes, so that it
 * neither plans nor marks each of them again.
 */
export class KeepImportsInPieces1764000801000 implements MigrationInterface {
  name = 'KeepImportsInPieces1764000801000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standard_import_pieces (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        /* Of its first row, from 0. */
        position integer NOT NULL CHECK (position >= 0),
        row_count integer NOT NULL,
        problem_count integer NOT NULL,
        duplicate_count integer NOT NULL,
        left_out_count integer NOT NULL,
        /* [{ sheet, rowNumber, part, values, action, isDuplicate, problems }] */
        shown text NOT NULL,
        /* Columns id, version (none: it is new), row, what it replaces; U+FDD0 between rows, U+FDD1 between columns. */
        written text NOT NULL,
        /* The standards themselves in the same way, until the commit. */
        to_write text NOT NULL,
        PRIMARY KEY (organization_id, import_id, position),
        FOREIGN KEY (organization_id, import_id)
          REFERENCES standard_imports (organization_id, id) ON DELETE CASCADE
      );
      -- To press and to unpress it takes longer than to write it.
      ALTER TABLE standard_import_pieces ALTER COLUMN shown SET STORAGE EXTERNAL,
        ALTER COLUMN written SET STORAGE EXTERNAL, ALTER COLUMN to_write SET STORAGE EXTERNAL;
      -- Previews that wait for their decision have no stamp: their plan is made anew.
      ALTER TABLE standard_imports ADD COLUMN stamp text NOT NULL DEFAULT '', DROP COLUMN read_rows;

      ALTER TABLE standard_imports NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_rows NO FORCE ROW LEVEL SECURITY;
      -- What a commit found to be there already still says what the preview had planned.
      UPDATE standard_import_rows r SET action = 'unchanged' FROM standard_imports i
        WHERE i.organization_id = r.organization_id AND i.id = r.import_id AND i.state <> 'previewed'
          AND r.action IN ('insert', 'update') AND r.version_after IS NULL;
      ALTER TABLE standard_imports FORCE ROW LEVEL SECURITY;
      INSERT INTO standard_import_pieces
        SELECT organization_id, import_id, position / ${ROWS_PER_PIECE} * ${ROWS_PER_PIECE}, count(*),
          count(*) FILTER (WHERE problems <> '[]'), count(*) FILTER (WHERE is_duplicate),
          count(*) FILTER (WHERE action IN ('error', 'skip')),
          json_agg(json_build_object('sheet', sheet, 'rowNumber', row_number, 'part', part, 'values', "values",
            'action', action, 'isDuplicate', is_duplicate, 'problems', problems) ORDER BY position),
          concat_ws(U&'\\FDD1', ${packed('standard_id::text')},
            ${packed('CASE WHEN before IS NOT NULL THEN (version_after - 1)::text END')},
            ${packed('row_number::text')}, ${packed('before::text')}),
          ''
        FROM standard_import_rows GROUP BY 1, 2, 3;
      DROP TABLE standard_import_rows;
      SELECT app.tenant_table('standard_import_pieces');
      ${organizationsWithOldImports('standard_import_pieces')}
    `);
  }

  /** Previews that nobody has decided on are made anew from their files. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standard_import_rows (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        position integer NOT NULL,
        "values" jsonb NOT NULL,
        action text NOT NULL CHECK (action IN ('insert', 'update', 'skip', 'unchanged', 'error')),
        is_duplicate boolean NOT NULL DEFAULT false,
        problems jsonb NOT NULL DEFAULT '[]',
        standard_id uuid,
        before jsonb,
        version_after integer,
        sheet integer NOT NULL,
        part integer NOT NULL CHECK (part >= 0),
        PRIMARY KEY (organization_id, import_id, sheet, row_number, part),
        FOREIGN KEY (organization_id, import_id)
          REFERENCES standard_imports (organization_id, id) ON DELETE CASCADE
      );
      ALTER TABLE standard_imports NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE standard_import_pieces NO FORCE ROW LEVEL SECURITY;
      DELETE FROM standard_imports WHERE state = 'previewed';
      -- The standards that were written are those of the rows that insert or update, in the same order.
      INSERT INTO standard_import_rows
        SELECT r.organization_id, r.import_id, (r.row ->> 'rowNumber')::integer, r.position, r.row -> 'values',
          r.row ->> 'action', (r.row ->> 'isDuplicate')::boolean, r.row -> 'problems', w.id::uuid,
          w.before::jsonb, CASE WHEN w.id IS NOT NULL THEN coalesce(w.version::integer, 0) + 1 END,
          (r.row ->> 'sheet')::integer, (r.row ->> 'part')::integer
        FROM (
          SELECT organization_id, import_id, position AS piece, position + at - 1 AS position, row,
            count(*) FILTER (WHERE row ->> 'action' IN ('insert', 'update'))
              OVER (PARTITION BY organization_id, import_id, position ORDER BY at) AS nth
          FROM standard_import_pieces, jsonb_array_elements(shown::jsonb) WITH ORDINALITY AS e(row, at)
        ) r LEFT JOIN (
          SELECT organization_id, import_id, position AS piece, u.*
          FROM standard_import_pieces,
            LATERAL (SELECT string_to_array(written, U&'\\FDD1') AS texts OFFSET 0) AS c,
            unnest(string_to_array(texts[1], U&'\\FDD0', ''), string_to_array(texts[2], U&'\\FDD0', ''),
              string_to_array(texts[4], U&'\\FDD0', '')) WITH ORDINALITY AS u(id, version, before, nth)
        ) w ON w.organization_id = r.organization_id AND w.import_id = r.import_id AND w.piece = r.piece
          AND w.nth = r.nth AND r.row ->> 'action' IN ('insert', 'update');
      ALTER TABLE standard_imports FORCE ROW LEVEL SECURITY;
      DROP TABLE standard_import_pieces;
      SELECT app.tenant_table('standard_import_rows');
      ${organizationsWithOldImports('standard_import_rows')}
      ALTER TABLE standard_imports DROP COLUMN stamp, ADD COLUMN read_rows bytea NOT NULL DEFAULT '';
      ALTER TABLE standard_imports ALTER COLUMN read_rows SET STORAGE EXTERNAL;
    `);
  }
}
