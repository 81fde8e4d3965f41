import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A company's register of standards, and the imports that fill it with what is needed to undo them. */
export class KeepARegisterOfStandards1764000401000 implements MigrationInterface {
  name = 'KeepARegisterOfStandards1764000401000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standards (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        position integer NOT NULL,
        system_code text NOT NULL DEFAULT '',
        system_code_key text COLLATE "C" NOT NULL DEFAULT '',
        number text NOT NULL DEFAULT '',
        normalized_number text,
        number_key text COLLATE "C" NOT NULL DEFAULT '',
        search_number text NOT NULL DEFAULT '',
        identity_key text NOT NULL,
        number_kind text NOT NULL
          CHECK (number_kind IN ('standard', 'plan', 'document', 'internal', 'invalid', 'none')),
        level text NOT NULL CHECK (level IN ('national', 'sector', 'local', 'group', 'enterprise',
          'international', 'foreign', 'other')),
        title text NOT NULL DEFAULT '',
        english_title text NOT NULL DEFAULT '',
        issued_on date,
        in_force_on date,
        withdrawn_on date,
        status_claimed text CHECK (status_claimed IN ('upcoming', 'current', 'replaced', 'withdrawn')),
        status_checked_on date,
        status_source text NOT NULL DEFAULT '',
        department text NOT NULL DEFAULT '',
        kind text CHECK (kind IN ('basic', 'method', 'product', 'component', 'material', 'safety', 'other')),
        adopted_number text NOT NULL DEFAULT '',
        adoption_degree text CHECK (adoption_degree IN ('IDT', 'MOD', 'NEQ')),
        replaces_number text NOT NULL DEFAULT '',
        replaces_keys text[] NOT NULL DEFAULT '{}',
        cited_numbers text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        is_planned boolean NOT NULL DEFAULT false,
        problems jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CHECK (number <> '' OR title <> '')
      );
      SELECT app.tenant_table('standards');
      CREATE INDEX standards_in_order ON standards (organization_id, position, id);
      CREATE INDEX standards_by_system_code
        ON standards (organization_id, system_code_key, position, id);
      CREATE INDEX standards_by_number ON standards (organization_id, number_key, position, id);
      CREATE INDEX standards_by_identity ON standards (organization_id, identity_key);
      CREATE INDEX standards_by_replaced ON standards USING gin (replaces_keys);
      CREATE INDEX standards_by_title_part ON standards USING gin (title gin_trgm_ops);
      CREATE INDEX standards_by_number_part ON standards USING gin (search_number gin_trgm_ops);

      CREATE TABLE standard_imports (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        state text NOT NULL DEFAULT 'previewed'
          CHECK (state IN ('previewed', 'committed', 'undone')),
        file_name text NOT NULL,
        encoding text NOT NULL,
        /* The sheets as they were read, gzipped JSON: a new mapping needs no new upload. */
        sheets bytea NOT NULL,
        sheet_names jsonb NOT NULL,
        sheet integer NOT NULL,
        header_row integer NOT NULL,
        header_rows integer NOT NULL,
        columns jsonb NOT NULL,
        duplicates text NOT NULL CHECK (duplicates IN ('skip', 'update', 'insert')),
        summary jsonb NOT NULL,
        notes jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        committed_at timestamptz,
        undone_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('standard_imports');

      CREATE TABLE standard_import_rows (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        position integer NOT NULL,
        cells jsonb NOT NULL,
        record jsonb NOT NULL,
        action text NOT NULL CHECK (action IN ('insert', 'update', 'skip', 'unchanged', 'error')),
        is_duplicate boolean NOT NULL DEFAULT false,
        problems jsonb NOT NULL DEFAULT '[]',
        standard_id uuid,
        /* What the commit replaced (null: it inserted) and the version it left behind: what an undo needs. */
        before jsonb,
        version_after integer,
        PRIMARY KEY (organization_id, import_id, row_number),
        FOREIGN KEY (organization_id, import_id)
          REFERENCES standard_imports (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('standard_import_rows');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE standard_import_rows, standard_imports, standards;`);
  }
}
