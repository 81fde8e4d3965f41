import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which organizations have something to do, by function; `$1` is the organization in question. */
const conditions: Readonly<Record<string, string>> = {
  /*
   * An event that commits late has a smaller number than sealed ones. No transaction lasts an hour: behind an older
   * seal the newest event tells enough, so that a long trail at rest costs two look-ups.
   */
  organizations_to_seal: `EXISTS (
    SELECT FROM (SELECT id FROM audit_events WHERE organization_id = $1 ORDER BY id DESC LIMIT 1) newest
    WHERE NOT EXISTS (SELECT FROM audit_sealed_events s
      WHERE s.organization_id = $1 AND s.event_id = newest.id)
  ) OR EXISTS (
    SELECT FROM (SELECT sealed_at FROM audit_seals WHERE organization_id = $1
      ORDER BY number DESC LIMIT 1) last
    WHERE last.sealed_at > now() - interval '1 hour' AND EXISTS (
      SELECT FROM audit_events e WHERE e.organization_id = $1 AND NOT EXISTS (
        SELECT FROM audit_sealed_events s WHERE s.organization_id = $1 AND s.event_id = e.id)))`,
  organizations_with_expired_invitations: `EXISTS (
    SELECT FROM invitations WHERE organization_id = $1 AND expires_at < now())`,
  organizations_with_old_imports: `EXISTS (
    SELECT FROM standard_imports i WHERE i.organization_id = $1 AND (
      i.state = 'previewed' AND i.created_at < now() - interval '7 days'
      OR i.state = 'undone' AND (i.sheets <> '' OR EXISTS (SELECT FROM standard_import_rows r
        WHERE r.organization_id = $1 AND r.import_id = i.id))))`,
  organizations_to_check: `EXISTS (SELECT FROM standards WHERE organization_id = $1) AND NOT EXISTS (
    SELECT FROM currency_checks WHERE organization_id = $1
      AND day = (now() AT TIME ZONE 'Asia/Shanghai')::date)`,
};

/**
 * Housekeeping is one job over the organizations that have work. The functions enter one tenant after the other, as
 * every program does: no policy opens a table to all of them, and nothing but ids leaves. Afterwards the
 * caller is where he was.
 */
export class NameTheOrganizationsWithWork1764000681000 implements MigrationInterface {
  name = 'NameTheOrganizationsWithWork1764000681000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, condition] of Object.entries(conditions))
      await runner.query(`
        CREATE FUNCTION app.${name}() RETURNS SETOF uuid
          LANGUAGE plpgsql VOLATILE SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        DECLARE
          before text := coalesce(current_setting('app.organization_id', true), '');
          organization uuid;
        BEGIN
          FOR organization IN SELECT id FROM organizations LOOP
            PERFORM set_config('app.organization_id', organization::text, true);
            IF ${condition.replaceAll('$1', 'organization')} THEN
              RETURN NEXT organization;
            END IF;
          END LOOP;
          PERFORM set_config('app.organization_id', before, true);
        END $$;
        REVOKE ALL ON FUNCTION app.${name}() FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION app.${name}() TO liangxing_jobs;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(conditions)) await runner.query(`DROP FUNCTION app.${name}();`);
  }
}
