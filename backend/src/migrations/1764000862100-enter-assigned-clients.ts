import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a consultancy its owners enter every client, the others those to whom they are assigned. What a person may enter
 * carries the names that a switch between clients needs.
 */
export class EnterAssignedClients1764000862100 implements MigrationInterface {
  name = 'EnterAssignedClients1764000862100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.grants_of_person();
      CREATE FUNCTION app.grants_of_person() RETURNS TABLE (
        id uuid, data_id uuid, data_name text, data_state text, data_is_sample boolean, acting_id uuid,
        readable text[], writable text[], ends_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT g.id, g.organization_id, o.name, o.state, o.is_sample, g.grantee_id,
          g.readable, g.writable, g.ends_at
        FROM public.memberships m JOIN public.access_grants g ON g.grantee_id = m.organization_id
        JOIN public.organizations o ON o.id = g.organization_id
        WHERE m.user_id = app.user_id() AND g.revoked_at IS NULL
          AND g.starts_at <= now() AND g.ends_at > now() AND o.state NOT IN ('closing', 'deleted')
          AND (m.role = 'owner' OR EXISTS (SELECT FROM public.client_assignments a
            WHERE a.organization_id = m.organization_id AND a.client_id = g.organization_id
              AND a.user_id = m.user_id))
        ORDER BY g.given_at, g.id $$;
      REVOKE ALL ON FUNCTION app.grants_of_person() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.grants_of_person() TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.grants_of_person();
      CREATE FUNCTION app.grants_of_person() RETURNS TABLE (
        id uuid, data_id uuid, acting_id uuid, readable text[], writable text[], ends_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT g.id, g.organization_id, g.grantee_id, g.readable, g.writable, g.ends_at
        FROM public.memberships m JOIN public.access_grants g ON g.grantee_id = m.organization_id
        WHERE m.user_id = app.user_id() AND g.revoked_at IS NULL
          AND g.starts_at <= now() AND g.ends_at > now()
        ORDER BY g.given_at, g.id $$;
      REVOKE ALL ON FUNCTION app.grants_of_person() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.grants_of_person() TO liangxing_app;
    `);
  }
}
