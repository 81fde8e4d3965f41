import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file as it was uploaded or copied; a later one of the same owner has a higher number. */
const FILE = `number integer NOT NULL,
        file_name text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        storage_key text NOT NULL,
        /* Names in double braces: those that are filled in, and those that nobody knows. */
        fields jsonb NOT NULL,
        unknown_fields jsonb NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_by_name text NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),`;

/** Of the organization that was entered, whatever a grant opens of it: whoever adds a file is held to the whole. */
const STORED_BYTES = `
      CREATE FUNCTION app.stored_bytes() RETURNS numeric
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
          UNION ALL SELECT size FROM public.template_files WHERE organization_id = target) f;
        PERFORM set_config('app.readable', opened, true);
        RETURN bytes;
      END $$;
      REVOKE ALL ON FUNCTION app.stored_bytes() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.stored_bytes() TO liangxing_app, liangxing_jobs;`;

const POLICIES = {
  read: ['SELECT', 'USING', 'may_read'],
  insert: ['INSERT', 'WITH CHECK', 'may_write'],
  update: ['UPDATE', 'USING', 'may_write'],
  delete: ['DELETE', 'USING', 'may_write'],
} as const;

/** Whoever may write files of one of these parts announces and records them. */
const pendingOf = (areas: readonly string[]): string =>
  Object.entries(POLICIES)
    .map(([verb, [command, clause, allows]]) => {
      const rule = areas.map((area) => `app.${allows}('${area}')`).join(' OR ');
      return `DROP POLICY area_${verb} ON pending_objects;
        CREATE POLICY area_${verb} ON pending_objects AS RESTRICTIVE FOR ${command} ${clause} (${rule});`;
    })
    .join('\n');

/** Drafts and the lines of a template of drafts may have Word files of their own. */
export class KeepWordFilesOfDrafts1764000874000 implements MigrationInterface {
  name = 'KeepWordFilesOfDrafts1764000874000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Number of the version that was added last: none is given twice. */
      ALTER TABLE standard_drafts ADD COLUMN last_file integer NOT NULL DEFAULT 0;

      CREATE TABLE standard_draft_files (
        organization_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        ${FILE}
        PRIMARY KEY (organization_id, draft_id, number),
        FOREIGN KEY (organization_id, draft_id)
          REFERENCES standard_drafts (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('standard_draft_files', 'system');
      REVOKE UPDATE ON standard_draft_files FROM liangxing_app, liangxing_jobs;

      CREATE TABLE template_files (
        organization_id uuid NOT NULL,
        template_id uuid NOT NULL,
        ${FILE}
        PRIMARY KEY (organization_id, template_id, number),
        FOREIGN KEY (organization_id, template_id)
          REFERENCES templates (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('template_files', 'team');
      REVOKE UPDATE ON template_files FROM liangxing_app, liangxing_jobs;

      ${pendingOf(['evidence', 'system'])}
      ${STORED_BYTES}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.stored_bytes();
      ${pendingOf(['evidence'])}
      DROP TABLE template_files, standard_draft_files;
      ALTER TABLE standard_drafts DROP COLUMN last_file;
    `);
  }
}
