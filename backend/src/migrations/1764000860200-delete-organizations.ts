import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the worker calls, by signature; it works on the organization that was entered. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  'organizations_to_delete()': `
    CREATE FUNCTION app.organizations_to_delete() RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT id FROM public.organizations WHERE state = 'deleted' OR (state = 'closing'
        AND state_since <= now() - make_interval(hours => 24 * app.days_until_deletion())) $$`,
  'begin_deletion()': `
    /*
     * From here on nobody enters and nobody restores; since when it was closed stays. Grants that others gave to it are in
     * their tenants; those to whom it gave some keep the line, as of an engagement that has ended. False where it is not
     * its time, or somebody has restored it.
     */
    CREATE FUNCTION app.begin_deletion() RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        target uuid := app.organization_id();
        giver uuid;
        taker uuid;
      BEGIN
        UPDATE public.organizations SET state = 'deleted', version = version + 1
          WHERE id = target AND state = 'closing' AND clock_timestamp() >=
            state_since + make_interval(hours => 24 * app.days_until_deletion());
        IF NOT EXISTS (SELECT FROM public.organizations WHERE id = target AND state = 'deleted') THEN
          RETURN false;
        END IF;
        FOR taker IN SELECT DISTINCT grantee_id FROM public.access_grants WHERE organization_id = target
        LOOP
          PERFORM set_config('app.organization_id', taker::text, true);
          UPDATE public.clients SET state = 'revoked', changed_at = now(), version = version + 1
            WHERE organization_id = taker AND client_id = target AND state IN ('offered', 'live');
          DELETE FROM public.client_assignments WHERE organization_id = taker AND client_id = target;
        END LOOP;
        FOR giver IN SELECT DISTINCT organization_id FROM public.access_grants WHERE grantee_id = target
        LOOP
          PERFORM set_config('app.organization_id', giver::text, true);
          DELETE FROM public.access_grants WHERE organization_id = giver AND grantee_id = target;
        END LOOP;
        PERFORM set_config('app.organization_id', target::text, true);
        RETURN true;
      END $$`,
  'delete_some(integer)': `
    /*
     * Takes away some rows of the organization, those first to which no others point; the catalogue of the database says
     * which tables there are. Objects of the store that a row names are released with it, the public fact of a dossier goes
     * with the dossier. Returns how many rows; 0 once only the organization and what is to be swept are left.
     */
    CREATE FUNCTION app.delete_some(most integer) RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        target uuid := app.organization_id();
        waiting oid[];
        leaves oid[];
        leaf regclass;
        deleting text;
        codes text[];
        gone bigint;
      BEGIN
        IF NOT EXISTS (SELECT FROM public.organizations WHERE id = target AND state = 'deleted') THEN
          RETURN 0;
        END IF;
        PERFORM set_config('app.deletes', target::text, true);
        SELECT array_agg(c.oid) INTO waiting FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
            AND a.attname = 'organization_id' AND NOT a.attisdropped AND c.relname <> 'pending_objects';
        WHILE waiting <> '{}' LOOP
          SELECT array_agg(t ORDER BY t) INTO leaves FROM unnest(waiting) t WHERE NOT EXISTS (
            SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = t
              AND k.conrelid <> t AND k.conrelid = ANY (waiting));
          IF leaves IS NULL THEN
            RAISE EXCEPTION 'tables point to each other in a circle: %', waiting::regclass[];
          END IF;
          FOREACH leaf IN ARRAY leaves LOOP
            deleting := format('DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
              SELECT ctid FROM %1$s WHERE organization_id = $1 LIMIT $2))', leaf);
            IF leaf = 'public.dossiers'::regclass THEN
              EXECUTE 'SELECT array_agg(code) FROM public.dossiers WHERE organization_id = $1'
                INTO codes USING target;
            END IF;
            IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = leaf AND attname = 'storage_key') THEN
              EXECUTE format('WITH gone AS (%s RETURNING storage_key), released AS (
                  INSERT INTO public.pending_objects (organization_id, storage_key, is_lost, since)
                  SELECT $1, storage_key, true, ''-infinity'' FROM gone WHERE storage_key IS NOT NULL
                  ON CONFLICT DO NOTHING)
                SELECT count(*) FROM gone', deleting) INTO gone USING target, most;
            ELSE
              EXECUTE deleting USING target, most;
              GET DIAGNOSTICS gone = ROW_COUNT;
            END IF;
            IF leaf = 'public.dossiers'::regclass AND gone > 0 THEN
              DELETE FROM public.issued_dossiers WHERE code = ANY (codes);
            END IF;
            IF gone > 0 THEN
              PERFORM set_config('app.deletes', '', true);
              RETURN gone;
            END IF;
          END LOOP;
          waiting := ARRAY(SELECT unnest(waiting) EXCEPT SELECT unnest(leaves));
        END LOOP;
        PERFORM set_config('app.deletes', '', true);
        RETURN 0;
      END $$`,
  'end_deletion()': `
    /* Once the store holds nothing of it; what its deletion is told by. */
    CREATE FUNCTION app.end_deletion() RETURNS TABLE (kind text, name text, closed_at timestamptz,
        closed_by_name text)
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DELETE FROM public.organizations o WHERE o.id = app.organization_id() AND o.state = 'deleted'
        AND NOT EXISTS (SELECT FROM public.pending_objects WHERE organization_id = o.id)
      RETURNING o.kind, o.name, o.state_since, o.closed_by_name $$`,
};

/** Rows that nobody changes go with their organization alone: in its deletion, which only its function begins. */
const KEPT = {
  deletes: `
    CREATE FUNCTION app.deletes_organization() RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT current_user = 'liangxing_migrator' AND NULLIF(current_setting('app.deletes', true), '')
        = current_setting('app.organization_id', true) $$;`,
  refuse: (without: string) => `
    CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${without}
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;`,
  history: (or: string) => `
    CREATE OR REPLACE FUNCTION app.keep_answer_history() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND (${or}NOT EXISTS (
        SELECT 1 FROM assessments
        WHERE organization_id = OLD.organization_id AND id = OLD.assessment_id
      )) THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'answer_history is append-only' USING ERRCODE = 'restrict_violation';
    END $$;`,
  issued: (without: string) => `
    CREATE OR REPLACE FUNCTION app.keep_issued_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${without}
      RAISE EXCEPTION 'an issued dossier stays' USING ERRCODE = 'foreign_key_violation';
    END $$;`,
};

/**
 * What was closed for long enough is deleted: all rows of all tables that belong to tenants, in an order that the
 * database's own catalogue tells, some at a time, so that it can be broken off and goes on where it was.
 */
export class DeleteOrganizations1764000860200 implements MigrationInterface {
  name = 'DeleteOrganizations1764000860200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${KEPT.deletes}
      ${KEPT.refuse("IF TG_OP = 'DELETE' AND app.deletes_organization() THEN RETURN NULL; END IF;")}
      ${KEPT.history('app.deletes_organization() OR ')}
      ${KEPT.issued('IF app.deletes_organization() THEN RETURN OLD; END IF;')}
    `);
    for (const [signature, definition] of Object.entries(FUNCTIONS))
      await runner.query(`${definition};
        REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION app.${signature} TO liangxing_jobs;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const signatures = Object.keys(FUNCTIONS).map((signature) => `app.${signature}`);
    await runner.query(`
      DROP FUNCTION ${signatures.join(', ')};
      ${KEPT.refuse('')}
      ${KEPT.history('')}
      ${KEPT.issued('')}
      DROP FUNCTION app.deletes_organization();
    `);
  }
}
