import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `('submitted', 'received', 'checking', 'correcting', 'accepted', 'rejected', 'withdrawn')`;
const OPEN = `('submitted', 'received', 'checking', 'correcting', 'accepted')`;

/**
 * An enterprise hands a dossier in to a body that takes applications. Each side keeps its own record of it, under one id,
 * and every letter that it wrote or read; a letter passes by a job, and what it hands over is a copy that belongs to who
 * received it.
 */
export class SendDossiersToBodies1764000880000 implements MigrationInterface {
  name = 'SendDossiersToBodies1764000880000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE body_profiles (
        organization_id uuid PRIMARY KEY REFERENCES organizations (id),
        version integer NOT NULL,
        is_accepting boolean NOT NULL,
        introduction text NOT NULL,
        contact text NOT NULL,
        fees text NOT NULL,
        /* What an applicant hands in: [{ "title", "note" }]. */
        materials jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL
      );
      SELECT app.tenant_table('body_profiles', 'team');
      CREATE POLICY told_to_applicants ON body_profiles FOR SELECT TO liangxing_migrator
        USING (is_accepting);

      CREATE TABLE submissions (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        body_id uuid NOT NULL,
        body_name text NOT NULL,
        /* The newest that was handed in; corrections are newer ones of the same evaluation. */
        dossier_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        case_number text NOT NULL DEFAULT '',
        state text NOT NULL CHECK (state IN ${STATES}),
        /* The last letter of the body that was read, and of the own ones that was written. */
        heard integer NOT NULL DEFAULT 0,
        written integer NOT NULL DEFAULT 0,
        submitted_at timestamptz NOT NULL DEFAULT now(),
        submitted_by uuid NOT NULL,
        submitted_by_name text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, dossier_id) REFERENCES dossiers (organization_id, id)
      );
      CREATE UNIQUE INDEX submissions_of_evaluation ON submissions (organization_id, assessment_id, body_id)
        WHERE state IN ${OPEN};
      CREATE INDEX submissions_of_dossier ON submissions (organization_id, dossier_id);
      SELECT app.tenant_table('submissions', 'dossier');
      REVOKE DELETE ON submissions FROM liangxing_app, liangxing_jobs;

      CREATE TABLE cases (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        /* Of the submission, as in the tenant of the enterprise. */
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        number text NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        state text NOT NULL CHECK (state IN ${STATES}),
        /* The newest material that arrived: 1, 2, …. */
        material integer NOT NULL,
        /* The last letter of the enterprise that was read, and of the own ones that was written. */
        heard integer NOT NULL,
        written integer NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, number)
      );
      CREATE INDEX cases_in_time ON cases (organization_id, received_at, id);
      SELECT app.tenant_table('cases', 'team');
      REVOKE DELETE ON cases FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_materials (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        number integer NOT NULL,
        dossier_number integer NOT NULL,
        code text NOT NULL,
        material text NOT NULL,
        material_sha256 text NOT NULL,
        snapshot text NOT NULL,
        snapshot_sha256 text NOT NULL,
        /* Of the body's own copy of the PDF; NULL: the store of the enterprise had none. */
        storage_key text,
        pdf_size bigint NOT NULL,
        pdf_sha256 text NOT NULL,
        scheme_id text NOT NULL,
        scheme_title jsonb NOT NULL,
        target_grade text NOT NULL,
        grade text,
        total integer,
        readiness integer,
        arrived_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, case_id, number),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      SELECT app.tenant_table('case_materials', 'team');

      CREATE TABLE case_files (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        material integer NOT NULL,
        evidence_id uuid NOT NULL,
        revision integer NOT NULL,
        title text NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        /* Of the body's own copy; NULL: the store of the enterprise had none. */
        storage_key text,
        PRIMARY KEY (organization_id, case_id, material, evidence_id, revision),
        FOREIGN KEY (organization_id, case_id, material)
          REFERENCES case_materials (organization_id, case_id, number)
      );
      CREATE INDEX case_files_by_content ON case_files (organization_id, sha256) WHERE storage_key IS NOT NULL;
      SELECT app.tenant_table('case_files', 'team');
      REVOKE UPDATE, DELETE ON case_materials, case_files FROM liangxing_app, liangxing_jobs;

      CREATE TABLE letters (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        case_id uuid NOT NULL,
        /* Who wrote it; each side has every letter once. */
        written_by text NOT NULL CHECK (written_by IN ('enterprise', 'body')),
        number integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('submitted', 'answered', 'corrected', 'withdrawn',
          'received', 'check_started', 'asked', 'correction_requested', 'accepted', 'rejected')),
        /* Of the case when it was written, and the last letter of the other side that was read by then. */
        state text NOT NULL CHECK (state IN ${STATES}),
        seen integer NOT NULL,
        content jsonb NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now(),
        writer_name text NOT NULL,
        /* To whom an own letter goes; NULL: it was read here. */
        addressee_id uuid,
        delivered_at timestamptz,
        /* The addressee is no more. */
        is_lost boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organization_id, case_id, written_by, number)
      );
      CREATE INDEX letters_on_their_way ON letters (organization_id)
        WHERE addressee_id IS NOT NULL AND delivered_at IS NULL AND NOT is_lost;
      SELECT app.tenant_table('letters', 'dossier');
      REVOKE DELETE ON letters FROM liangxing_app, liangxing_jobs;
      CREATE POLICY on_their_way ON letters FOR SELECT TO liangxing_migrator
        USING (addressee_id IS NOT NULL AND delivered_at IS NULL AND NOT is_lost);

      CREATE FUNCTION app.accepting_bodies() RETURNS TABLE (id uuid, name text, credit_code text,
          introduction text, contact text, fees text, materials jsonb)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT o.id, o.name, o.credit_code, p.introduction, p.contact, p.fees, p.materials
        FROM public.body_profiles p JOIN public.organizations o ON o.id = p.organization_id
        WHERE p.is_accepting AND o.kind = 'assessment_body' AND o.state = 'open'
        ORDER BY o.name, o.id $$;
      REVOKE ALL ON FUNCTION app.accepting_bodies() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.accepting_bodies() TO liangxing_app;

      CREATE FUNCTION app.organizations_with_waiting_letters() RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT DISTINCT l.organization_id FROM public.letters l
        WHERE l.addressee_id IS NOT NULL AND l.delivered_at IS NULL AND NOT l.is_lost
          AND l.written_at < now() - interval '5 minutes' $$;
      REVOKE ALL ON FUNCTION app.organizations_with_waiting_letters() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organizations_with_waiting_letters() TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.organizations_with_waiting_letters(), app.accepting_bodies();
      DROP TABLE letters, case_files, case_materials, cases, submissions, body_profiles;
    `);
  }
}
