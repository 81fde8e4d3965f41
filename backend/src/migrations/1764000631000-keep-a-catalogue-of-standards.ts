import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the platform knows about standards, the same for every tenant and written by the migrator only. Each figure
 * keeps who said it and when that was looked up.
 */
export class KeepACatalogueOfStandards1764000631000 implements MigrationInterface {
  name = 'KeepACatalogueOfStandards1764000631000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue_sources (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL UNIQUE CHECK (name <> '')
      );

      CREATE TABLE catalogue_standards (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        identity_key text COLLATE "C" NOT NULL UNIQUE,
        /* The identity without its edition: what an undated reference means. */
        series_key text COLLATE "C" NOT NULL,
        number text NOT NULL,
        number_key text COLLATE "C" NOT NULL,
        /* Without signs, with and without its code: a search begins at either. */
        search_number text COLLATE "C" NOT NULL,
        search_serial text COLLATE "C" NOT NULL,
        level text NOT NULL,
        is_plan boolean NOT NULL,
        title text NOT NULL DEFAULT '',
        english_title text NOT NULL DEFAULT '',
        search_title text NOT NULL DEFAULT '',
        /* Every two neighbouring characters of the titles: two Chinese characters are a word, and a trigram is not. */
        title_pairs text[] COLLATE "C" NOT NULL DEFAULT '{}',
        kind text,
        issued_on date,
        in_force_on date,
        withdrawn_on date,
        status_claimed text
          CHECK (status_claimed IN ('upcoming', 'current', 'ending', 'replaced', 'withdrawn')),
        /* The word of the source itself; of a plan, how far it is. */
        status_word text NOT NULL DEFAULT '',
        /* { figure: [id of the source, day of check] } */
        provenance jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (issued_on <= in_force_on),
        CHECK (in_force_on <= withdrawn_on),
        CHECK (issued_on <= withdrawn_on)
      );
      CREATE INDEX catalogue_standards_by_series ON catalogue_standards (series_key);
      CREATE INDEX catalogue_standards_by_number ON catalogue_standards (number_key);
      CREATE INDEX catalogue_standards_by_search_number ON catalogue_standards (search_number);
      CREATE INDEX catalogue_standards_by_serial ON catalogue_standards (search_serial);
      CREATE INDEX catalogue_standards_by_title ON catalogue_standards USING gin (title_pairs);
      CREATE INDEX catalogue_standards_by_force ON catalogue_standards (in_force_on);
      CREATE INDEX catalogue_standards_by_withdrawal ON catalogue_standards (withdrawn_on)
        WHERE withdrawn_on IS NOT NULL;
      CREATE INDEX catalogue_standards_by_claim ON catalogue_standards (status_claimed);

      /* Many to many: a split has several new ones, a merge several old ones. The other side may be unknown here. */
      CREATE TABLE catalogue_replacements (
        old_key text COLLATE "C" NOT NULL,
        new_key text COLLATE "C" NOT NULL,
        is_partial boolean NOT NULL DEFAULT false,
        source_id integer NOT NULL REFERENCES catalogue_sources (id),
        checked_on date NOT NULL,
        PRIMARY KEY (old_key, new_key),
        CHECK (old_key <> new_key)
      );
      CREATE INDEX catalogue_replacements_by_new ON catalogue_replacements (new_key);

      CREATE TABLE catalogue_imports (
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        source_id integer NOT NULL REFERENCES catalogue_sources (id),
        checked_on date NOT NULL,
        /* Rows of the file that are written: a broken-off import goes on from here. */
        rows_done integer NOT NULL DEFAULT 0,
        is_finished boolean NOT NULL DEFAULT false,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (sha256, source_id, checked_on)
      );
      GRANT SELECT ON catalogue_sources, catalogue_standards, catalogue_replacements
        TO liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE catalogue_imports, catalogue_replacements, catalogue_standards, catalogue_sources;
    `);
  }
}
