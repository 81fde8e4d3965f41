import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dossiers with their frozen snapshot, and the one public fact about them: code, hash, name, grade.
 * The public table belongs to no tenant; it is written and read through two narrow functions only.
 */
export class FreezeAndIssueDossiers1764000505000 implements MigrationInterface {
  name = 'FreezeAndIssueDossiers1764000505000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossiers (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        code text NOT NULL UNIQUE,
        state text NOT NULL DEFAULT 'queued'
          CHECK (state IN ('queued', 'building', 'ready', 'failed')),
        progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
        step text NOT NULL DEFAULT 'queued',
        error text,
        snapshot text,
        snapshot_sha256 text CHECK (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
        grade text,
        basic integer,
        bonus integer,
        total integer,
        route_id text,
        is_provisional boolean,
        storage_key text,
        pages integer,
        size bigint,
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        built_at timestamptz,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, assessment_id, number),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments (organization_id, id),
        CHECK (state <> 'ready' OR (snapshot IS NOT NULL AND sha256 IS NOT NULL
          AND storage_key IS NOT NULL AND built_at IS NOT NULL))
      );
      SELECT app.tenant_table('dossiers');

      CREATE FUNCTION app.keep_frozen_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.snapshot IS NOT NULL AND NEW.snapshot IS DISTINCT FROM OLD.snapshot
          OR OLD.state = 'ready' AND NEW IS DISTINCT FROM OLD THEN
          RAISE EXCEPTION 'a frozen dossier does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER frozen_dossiers_do_not_change BEFORE UPDATE ON dossiers
        FOR EACH ROW EXECUTE FUNCTION app.keep_frozen_dossier();

      CREATE TABLE issued_dossiers (
        code text PRIMARY KEY,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        enterprise_name text NOT NULL,
        grade text,
        total integer,
        is_provisional boolean NOT NULL,
        issued_at timestamptz NOT NULL
      );
      REVOKE ALL ON issued_dossiers FROM PUBLIC, liangxing_app, liangxing_jobs;
      CREATE TRIGGER issued_dossiers_are_immutable
        BEFORE UPDATE OR DELETE OR TRUNCATE ON issued_dossiers
        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

      CREATE FUNCTION app.issue_dossier(
        code text, sha256 text, enterprise_name text, grade text, total integer,
        is_provisional boolean, issued_at timestamptz
      ) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        INSERT INTO public.issued_dossiers VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING;
      $$;
      CREATE FUNCTION app.issued_dossier(code text)
      RETURNS TABLE (issued_code text, sha256 text, enterprise_name text, grade text, total integer,
        is_provisional boolean, issued_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT d.code, d.sha256, d.enterprise_name, d.grade, d.total, d.is_provisional, d.issued_at
        FROM public.issued_dossiers d WHERE d.code = $1;
      $$;
      REVOKE ALL ON FUNCTION app.issue_dossier(text, text, text, text, integer, boolean, timestamptz)
        FROM PUBLIC;
      REVOKE ALL ON FUNCTION app.issued_dossier(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION
        app.issue_dossier(text, text, text, text, integer, boolean, timestamptz) TO liangxing_jobs;
      GRANT EXECUTE ON FUNCTION app.issued_dossier(text) TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.issued_dossier(text);
      DROP FUNCTION app.issue_dossier(text, text, text, text, integer, boolean, timestamptz);
      DROP TABLE issued_dossiers, dossiers;
      DROP FUNCTION app.keep_frozen_dossier();
    `);
  }
}
