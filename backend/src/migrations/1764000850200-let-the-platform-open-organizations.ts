import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which state, since when: the part that the list and the page of one organization share. */
const COLUMNS = `o.id, o.kind, o.name, o.credit_code, o.state, o.state_reason, o.state_since,
  o.created_at, o.version`;
const RETURNED = `id uuid, kind text, name text, credit_code text, state text, state_reason text,
  state_since timestamptz, created_at timestamptz, version integer`;

/** What was entered before, and back to it: the rows of one tenant are seen in between. */
const BEFORE = `before text := coalesce(current_setting('app.organization_id', true), '');`;
const AFTER = `PERFORM set_config('app.organization_id', before, true);`;

const FUNCTIONS: Readonly<Record<string, string>> = {
  'platform_organizations(text, text, text, integer, integer)': `
    /* Those that wait first, the newest first; the number of all with each row. */
    CREATE FUNCTION app.platform_organizations(search text, of_kind text, in_state text, most integer,
        skipped integer) RETURNS TABLE (${RETURNED}, is_sample boolean, members bigint, total bigint)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT ${COLUMNS}, o.is_sample,
        (SELECT count(*) FROM public.memberships m WHERE m.organization_id = o.id), o.total
      FROM (SELECT *, count(*) OVER () AS total FROM public.organizations
        WHERE (search = '' OR position(lower(search) IN lower(name)) > 0 OR credit_code = upper(search))
          AND (of_kind IS NULL OR kind = of_kind) AND (in_state IS NULL OR state = in_state)
        ORDER BY state <> 'waiting', created_at DESC, id LIMIT most OFFSET skipped) o
      ORDER BY o.state <> 'waiting', o.created_at DESC, o.id $$`,
  'platform_organization(uuid)': `
    /* Figures, never what they count. */
    CREATE FUNCTION app.platform_organization(target uuid) RETURNS TABLE (${RETURNED}, is_sample boolean,
        members bigint, clients bigint, evidence_files bigint, evidence_bytes numeric)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        ${BEFORE}
      BEGIN
        PERFORM set_config('app.organization_id', target::text, true);
        RETURN QUERY SELECT ${COLUMNS}, o.is_sample,
          (SELECT count(*) FROM public.memberships m WHERE m.organization_id = target),
          (SELECT count(*) FROM public.access_grants g WHERE g.grantee_id = target
            AND g.revoked_at IS NULL AND g.starts_at <= now() AND g.ends_at > now()),
          (SELECT count(*) FROM public.evidence_revisions r WHERE r.organization_id = target),
          (SELECT coalesce(sum(r.size), 0) FROM public.evidence_revisions r
            WHERE r.organization_id = target)
        FROM public.organizations o WHERE o.id = target;
        ${AFTER}
      END $$`,
  'platform_documents(uuid)': `
    CREATE FUNCTION app.platform_documents(target uuid)
      RETURNS TABLE (id uuid, file_name text, media_type text, size bigint, sha256 text,
        storage_key text, uploaded_at timestamptz, uploaded_by_name text)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        ${BEFORE}
      BEGIN
        PERFORM set_config('app.organization_id', target::text, true);
        RETURN QUERY SELECT d.id, d.file_name, d.media_type, d.size, d.sha256, d.storage_key,
          d.uploaded_at, d.uploaded_by_name
        FROM public.application_documents d WHERE d.organization_id = target
        ORDER BY d.uploaded_at, d.id;
        ${AFTER}
      END $$`,
  'platform_quotas(uuid)': `
    CREATE FUNCTION app.platform_quotas(target uuid) RETURNS TABLE (name text, most bigint)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        ${BEFORE}
      BEGIN
        PERFORM set_config('app.organization_id', target::text, true);
        RETURN QUERY SELECT q.name, q.most FROM public.organization_quotas q
          WHERE q.organization_id = target ORDER BY q.name;
        ${AFTER}
      END $$`,
  'platform_move(uuid, integer, text[], text, text, uuid, text, text, text)': `
    /* Moves one on and tells its own trail; NULL where it is not in the version that was seen, or in no state to begin. */
    CREATE FUNCTION app.platform_move(target uuid, expected integer, from_states text[], to_state text,
        reason text, person uuid, person_name text, action text, correlation text) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        ${BEFORE}
        reached integer;
      BEGIN
        PERFORM set_config('app.organization_id', target::text, true);
        UPDATE public.organizations SET state = to_state, state_reason = reason, state_since = now(),
          version = version + 1
          WHERE id = target AND version = expected AND state = ANY(from_states)
          RETURNING version INTO reached;
        IF reached IS NOT NULL THEN
          INSERT INTO public.audit_events (organization_id, actor_id, actor_name, action, subject_type,
            subject_id, details, correlation_id)
          VALUES (target, person, person_name, action, 'organization', target::text,
            CASE reason WHEN '' THEN '{}' ELSE jsonb_build_object('reason', reason) END, correlation);
        END IF;
        ${AFTER}
        RETURN reached;
      END $$`,
  'platform_set_quotas(uuid, integer, jsonb, uuid, text, text, text)': `
    /* All quotas of its own, by name; NULL where it is not in the version that was seen. */
    CREATE FUNCTION app.platform_set_quotas(target uuid, expected integer, quotas jsonb,
        person uuid, person_name text, action text, correlation text) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        ${BEFORE}
        reached integer;
      BEGIN
        PERFORM set_config('app.organization_id', target::text, true);
        UPDATE public.organizations SET version = version + 1 WHERE id = target AND version = expected
          RETURNING version INTO reached;
        IF reached IS NOT NULL THEN
          DELETE FROM public.organization_quotas WHERE organization_id = target;
          INSERT INTO public.organization_quotas (organization_id, name, most)
            SELECT target, key, value::bigint FROM jsonb_each_text(quotas);
          INSERT INTO public.audit_events (organization_id, actor_id, actor_name, action, subject_type,
            subject_id, details, correlation_id)
          VALUES (target, person, person_name, action, 'organization', target::text, quotas, correlation);
        END IF;
        ${AFTER}
        RETURN reached;
      END $$`,
};

/**
 * An administrator of the platform works through these functions alone: they show who asks to be opened and how much an
 * organization holds, and change its standing and its quotas. No transaction of theirs enters a tenant.
 */
export class LetThePlatformOpenOrganizations1764000850200 implements MigrationInterface {
  name = 'LetThePlatformOpenOrganizations1764000850200';

  async up(runner: QueryRunner): Promise<void> {
    for (const [signature, definition] of Object.entries(FUNCTIONS))
      await runner.query(`${definition};
        REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION app.${signature} TO liangxing_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP FUNCTION ${Object.keys(FUNCTIONS)
        .map((signature) => `app.${signature}`)
        .join(', ')}`,
    );
  }
}
