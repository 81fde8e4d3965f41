import type { MigrationInterface, QueryRunner } from 'typeorm';

const STORED_BYTES = (more: string): string => `
      CREATE OR REPLACE FUNCTION app.stored_bytes() RETURNS numeric
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        opened text := coalesce(current_setting('app.readable', true), '');
        target uuid := app.organization_id();
        bytes numeric;
      BEGIN
        PERFORM set_config('app.readable', '', true);
        SELECT coalesce(sum(size), 0) INTO bytes FROM (
          SELECT size FROM public.evidence_revisions WHERE organization_id = target
          UNION ALL SELECT size FROM public.standard_draft_files WHERE organization_id = target
          UNION ALL SELECT size FROM public.template_files WHERE organization_id = target${more}) f;
        PERFORM set_config('app.readable', opened, true);
        RETURN bytes;
      END $$;`;

/**
 * Each assessor of a case scores alone on a sheet of their own; the lead settles where they differ; what does not conform
 * is written down with pictures, and the team comes to a conclusion.
 */
export class LetTeamsScore1764000883000 implements MigrationInterface {
  name = 'LetTeamsScore1764000883000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_sheets (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        user_id uuid NOT NULL,
        user_name text NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'handed_in')),
        handed_in_at timestamptz,
        PRIMARY KEY (organization_id, case_id, user_id),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id),
        CHECK ((state = 'handed_in') = (handed_in_at IS NOT NULL))
      );
      SELECT app.tenant_table('case_sheets', 'team');
      REVOKE DELETE ON case_sheets FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_answers (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        user_id uuid NOT NULL,
        item_id text NOT NULL,
        version integer NOT NULL,
        state text NOT NULL,
        rules jsonb NOT NULL,
        finding text NOT NULL,
        reason text NOT NULL,
        approval jsonb,
        measured jsonb,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, case_id, user_id, item_id),
        FOREIGN KEY (organization_id, case_id, user_id)
          REFERENCES case_sheets (organization_id, case_id, user_id)
      );
      SELECT app.tenant_table('case_answers', 'team');
      REVOKE DELETE ON case_answers FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_answer_history (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        user_id uuid NOT NULL,
        item_id text NOT NULL,
        version integer NOT NULL,
        answer jsonb NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        idempotency_key text,
        request_sha256 text,
        PRIMARY KEY (organization_id, case_id, user_id, item_id, version),
        UNIQUE (organization_id, case_id, user_id, idempotency_key),
        FOREIGN KEY (organization_id, case_id, user_id, item_id)
          REFERENCES case_answers (organization_id, case_id, user_id, item_id)
      );
      SELECT app.tenant_table('case_answer_history', 'team');
      REVOKE UPDATE, DELETE ON case_answer_history FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_settled (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        item_id text NOT NULL,
        version integer NOT NULL,
        state text NOT NULL,
        rules jsonb NOT NULL,
        approval jsonb,
        note text NOT NULL,
        /* Why the lead settled it so; empty: the sheets said the same at the closing meeting. */
        reason text NOT NULL,
        /* Whether they said the same, known from the closing meeting on. */
        differed boolean NOT NULL DEFAULT false,
        settled_at timestamptz NOT NULL DEFAULT now(),
        settled_by uuid NOT NULL,
        settled_by_name text NOT NULL,
        PRIMARY KEY (organization_id, case_id, item_id),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      SELECT app.tenant_table('case_settled', 'team');
      REVOKE DELETE ON case_settled FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_findings (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        number integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        severity text NOT NULL CHECK (severity IN ('major', 'minor', 'observation')),
        item_id text NOT NULL,
        /* A file of the material that shows it. */
        evidence_id uuid,
        text text NOT NULL,
        requirement text NOT NULL,
        department text NOT NULL,
        found_by uuid NOT NULL,
        found_by_name text NOT NULL,
        found_at timestamptz NOT NULL DEFAULT now(),
        /* NULL: it may still be changed. */
        sent_at timestamptz,
        PRIMARY KEY (organization_id, case_id, number),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      SELECT app.tenant_table('case_findings', 'team');

      CREATE TABLE case_finding_files (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        finding integer NOT NULL,
        id uuid NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        storage_key text NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        uploaded_by uuid NOT NULL,
        uploaded_by_name text NOT NULL,
        PRIMARY KEY (organization_id, case_id, finding, id),
        FOREIGN KEY (organization_id, case_id, finding)
          REFERENCES case_findings (organization_id, case_id, number)
      );
      SELECT app.tenant_table('case_finding_files', 'team');
      REVOKE UPDATE ON case_finding_files FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_conclusions (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        summary text NOT NULL,
        strengths text NOT NULL,
        improvements text NOT NULL,
        recommendation text CHECK (recommendation IN ('grant', 'refuse')),
        grade text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, case_id),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      SELECT app.tenant_table('case_conclusions', 'team');
      REVOKE DELETE ON case_conclusions FROM liangxing_app, liangxing_jobs;

      ${STORED_BYTES(`
          UNION ALL SELECT size FROM public.case_finding_files WHERE organization_id = target`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${STORED_BYTES('')}
      DROP TABLE case_conclusions, case_finding_files, case_findings, case_settled, case_answer_history,
        case_answers, case_sheets;
    `);
  }
}
