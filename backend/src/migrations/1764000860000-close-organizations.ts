import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions by their signature, and who may call each; they work on the organization that was entered. */
const FUNCTIONS: Readonly<Record<string, readonly [role: string, definition: string]>> = {
  'days_until_deletion()': [
    'liangxing_jobs',
    `CREATE FUNCTION app.days_until_deletion() RETURNS integer LANGUAGE sql IMMUTABLE
      AS $$ SELECT 30 $$`,
  ],
  'close_organization(integer, text)': [
    'liangxing_app',
    `
    /* What it was before is kept beside it; NULL where it is not in the version that was seen, or closes already. */
    CREATE FUNCTION app.close_organization(expected integer, person_name text) RETURNS integer
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      UPDATE public.organizations SET closed_as = state, closed_reason = state_reason,
        closed_by_name = person_name, state = 'closing', state_reason = '', state_since = now(),
        version = version + 1
      WHERE id = app.organization_id() AND version = expected
        AND state IN ('waiting', 'open', 'refused', 'suspended')
      RETURNING version $$`,
  ],
  'restore_organization(integer)': [
    'liangxing_app',
    `
    /* Back to what it was; by the clock and not by the beginning of a transaction, which may have waited. */
    CREATE FUNCTION app.restore_organization(expected integer) RETURNS integer
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      UPDATE public.organizations SET state = closed_as, state_reason = closed_reason,
        state_since = clock_timestamp(), version = version + 1,
        closed_as = NULL, closed_reason = NULL, closed_by_name = NULL
      WHERE id = app.organization_id() AND version = expected AND state = 'closing'
        AND clock_timestamp() < state_since + make_interval(hours => 24 * app.days_until_deletion())
      RETURNING version $$`,
  ],
  'platform_restore(uuid, integer, text, uuid, text, text, text)': [
    'liangxing_app',
    `
    CREATE FUNCTION app.platform_restore(target uuid, expected integer, reason text, person uuid,
        person_name text, action text, correlation text) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        before text := coalesce(current_setting('app.organization_id', true), '');
        reached integer;
      BEGIN
        PERFORM set_config('app.organization_id', target::text, true);
        reached := app.restore_organization(expected);
        IF reached IS NOT NULL THEN
          INSERT INTO public.audit_events (organization_id, actor_id, actor_name, action, subject_type,
            subject_id, details, correlation_id)
          VALUES (target, person, person_name, action, 'organization', target::text,
            jsonb_build_object('reason', reason), correlation);
        END IF;
        PERFORM set_config('app.organization_id', before, true);
        RETURN reached;
      END $$`,
  ],
};

/**
 * An owner closes an organization: its people still read it and take everything out, no grant opens it any more, and for
 * thirty days it can be restored.
 */
export class CloseOrganizations1764000860000 implements MigrationInterface {
  name = 'CloseOrganizations1764000860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations DROP CONSTRAINT organizations_state_check,
        ADD CONSTRAINT organizations_state_check
          CHECK (state IN ('waiting', 'open', 'refused', 'suspended', 'closing', 'deleted')),
        ADD COLUMN closed_as text CHECK (closed_as IN ('waiting', 'open', 'refused', 'suspended')),
        ADD COLUMN closed_reason text,
        ADD COLUMN closed_by_name text,
        ADD CONSTRAINT organizations_closed_check CHECK (
          (state IN ('closing', 'deleted')) = (closed_as IS NOT NULL)
          AND (closed_as IS NULL) = (closed_reason IS NULL)
          AND (closed_as IS NULL) = (closed_by_name IS NULL));
    `);
    for (const [signature, [role, definition]] of Object.entries(FUNCTIONS))
      await runner.query(`${definition};
        REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION app.${signature} TO ${role};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const signatures = Object.keys(FUNCTIONS).map((signature) => `app.${signature}`);
    await runner.query(`
      DROP FUNCTION ${signatures.join(', ')};
      UPDATE organizations SET state = closed_as, state_reason = closed_reason
        WHERE closed_as IS NOT NULL;
      ALTER TABLE organizations DROP CONSTRAINT organizations_state_check,
        DROP COLUMN closed_as, DROP COLUMN closed_reason, DROP COLUMN closed_by_name,
        ADD CONSTRAINT organizations_state_check
          CHECK (state IN ('waiting', 'open', 'refused', 'suspended'));
    `);
  }
}
