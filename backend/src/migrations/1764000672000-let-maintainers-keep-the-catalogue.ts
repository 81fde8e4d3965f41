import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Maintainers bring files in over the screen and answer what readers report. The server only stores the file; rows of
 * the catalogue are written by the worker, so that no request can reach them.
 */
export class LetMaintainersKeepTheCatalogue1764000672000 implements MigrationInterface {
  name = 'LetMaintainersKeepTheCatalogue1764000672000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue_uploads (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        source text NOT NULL CHECK (source <> ''),
        checked_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('preview', 'waiting', 'running', 'done', 'failed')),
        /* Until the import is done. */
        bytes bytea,
        /* { sheet, columns: [{ name, header }], unread: [header], sample: [row] } */
        reading jsonb NOT NULL,
        rows integer NOT NULL,
        inserted integer NOT NULL,
        changed integer NOT NULL,
        unchanged integer NOT NULL,
        refused integer NOT NULL,
        rows_done integer NOT NULL DEFAULT 0,
        /* [{ rowNumber, code, text }], the first thousand */
        problems jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_name text NOT NULL,
        finished_at timestamptz
      );
      CREATE INDEX catalogue_uploads_in_time ON catalogue_uploads (created_at DESC);
      GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue_uploads TO liangxing_app;
      GRANT SELECT, UPDATE ON catalogue_uploads TO liangxing_jobs;
      GRANT INSERT, UPDATE ON catalogue_sources, catalogue_standards, catalogue_replacements
        TO liangxing_jobs;
      GRANT SELECT, INSERT, UPDATE ON catalogue_imports TO liangxing_jobs;
      /* Tells whether the catalogue has changed. */
      GRANT SELECT ON catalogue_imports TO liangxing_app;

      /* What nothing is told about is rare: a walk in the order of numbers would pass everything else. */
      CREATE INDEX catalogue_standards_without_facts ON catalogue_standards (number_key)
        WHERE in_force_on IS NULL AND withdrawn_on IS NULL AND status_claimed IS NULL;

      ALTER TABLE catalogue_feedback
        ADD COLUMN state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('open', 'accepted', 'declined')),
        ADD COLUMN answer text NOT NULL DEFAULT '',
        ADD COLUMN answered_at timestamptz,
        ADD COLUMN answered_by_name text;
      CREATE POLICY maintainers_answer ON catalogue_feedback FOR UPDATE TO liangxing_migrator
        USING (true) WITH CHECK (true);
      /* What every organization reports is reachable through these two only; the server asks first who it is. */
      CREATE FUNCTION app.catalogue_feedback_received()
        RETURNS TABLE (id uuid, number text, message text, source text, user_name text,
          organization_name text, created_at timestamptz, state text, answer text,
          answered_at timestamptz, answered_by_name text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT f.id, f.number, f.message, f.source, f.user_name, o.name, f.created_at, f.state, f.answer,
          f.answered_at, f.answered_by_name
        FROM public.catalogue_feedback f JOIN public.organizations o ON o.id = f.organization_id
        ORDER BY f.state <> 'open', f.created_at DESC LIMIT 1000 $$;
      CREATE FUNCTION app.answer_catalogue_feedback(feedback uuid, new_state text, new_answer text, by_name text)
        RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH answered AS (
          UPDATE public.catalogue_feedback SET state = new_state, answer = new_answer,
            answered_at = now(), answered_by_name = by_name
          WHERE id = feedback RETURNING 1)
        SELECT EXISTS (SELECT FROM answered) $$;
      REVOKE ALL ON FUNCTION app.catalogue_feedback_received() FROM PUBLIC;
      REVOKE ALL ON FUNCTION app.answer_catalogue_feedback(uuid, text, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.catalogue_feedback_received() TO liangxing_app;
      GRANT EXECUTE ON FUNCTION app.answer_catalogue_feedback(uuid, text, text, text) TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.answer_catalogue_feedback(uuid, text, text, text);
      DROP FUNCTION app.catalogue_feedback_received();
      DROP POLICY maintainers_answer ON catalogue_feedback;
      ALTER TABLE catalogue_feedback DROP COLUMN state, DROP COLUMN answer, DROP COLUMN answered_at,
        DROP COLUMN answered_by_name;
      REVOKE SELECT ON catalogue_imports FROM liangxing_app;
      REVOKE SELECT, INSERT, UPDATE ON catalogue_imports FROM liangxing_jobs;
      REVOKE INSERT, UPDATE ON catalogue_sources, catalogue_standards, catalogue_replacements
        FROM liangxing_jobs;
      DROP INDEX catalogue_standards_without_facts;
      DROP TABLE catalogue_uploads;
    `);
  }
}
