import type { MigrationInterface, QueryRunner } from 'typeorm';

/** @param more further tables whose files count to the quota of an organization */
const storedBytes = (more: string): string => `
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
          UNION ALL SELECT size FROM public.template_files WHERE organization_id = target
          UNION ALL SELECT size FROM public.case_finding_files WHERE organization_id = target${more}) f;
        PERFORM set_config('app.readable', opened, true);
        RETURN bytes;
      END $$;`;

/** A body offers forms of its own to whoever applies; enterprises reach those of bodies that take applications. */
export class OfferOwnForms1764000889300 implements MigrationInterface {
  name = 'OfferOwnForms1764000889300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE body_forms (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        title text NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        storage_key text NOT NULL,
        /* Of a Word file: what is filled in from the profile of who fetches it, and what is no field. */
        fields jsonb NOT NULL,
        unknown_fields jsonb NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_by_name text NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('body_forms', 'team');
      REVOKE UPDATE ON body_forms FROM liangxing_app, liangxing_jobs;
      CREATE POLICY offered_to_applicants ON body_forms FOR SELECT TO liangxing_migrator USING (true);
      ${storedBytes(`
          UNION ALL SELECT size FROM public.body_forms WHERE organization_id = target`)}

      /* Of bodies that take applications, or one of them. */
      CREATE FUNCTION app.offered_forms(only_one uuid) RETURNS TABLE (body_id uuid, id uuid, title text, file_name text,
          media_type text, size bigint, sha256 text, storage_key text, fields jsonb)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT f.organization_id, f.id, f.title, f.file_name, f.media_type, f.size, f.sha256, f.storage_key, f.fields
        FROM public.body_forms f JOIN public.body_profiles p ON p.organization_id = f.organization_id
        JOIN public.organizations o ON o.id = f.organization_id
        WHERE p.is_accepting AND o.kind = 'assessment_body' AND o.state = 'open'
          AND (only_one IS NULL OR f.id = only_one)
        ORDER BY f.organization_id, f.uploaded_at, f.id $$;
      REVOKE ALL ON FUNCTION app.offered_forms(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.offered_forms(uuid) TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.offered_forms(uuid);
      ${storedBytes('')}
      DROP TABLE body_forms;
    `);
  }
}
