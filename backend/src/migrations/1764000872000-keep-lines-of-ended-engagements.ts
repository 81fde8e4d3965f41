import type { MigrationInterface, QueryRunner } from 'typeorm';

/** @param endGrants what becomes of the grants that others gave to the organization that goes */
const beginDeletion = (endGrants: string): string => `
      CREATE OR REPLACE FUNCTION app.begin_deletion() RETURNS boolean
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
            ${endGrants}
          END LOOP;
          PERFORM set_config('app.organization_id', target::text, true);
          RETURN true;
        END $$;`;

/**
 * A client keeps the line of an engagement when its consultancy is deleted, as of one that the consultancy has ended: its
 * trail goes on saying for whom somebody acted. What it gave then points to nobody any more.
 */
export class KeepLinesOfEndedEngagements1764000872000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE access_grants DROP CONSTRAINT access_grants_grantee_id_fkey;
      ${beginDeletion(`UPDATE public.access_grants SET revoked_at = now(), is_resigned = true, version = version + 1
              WHERE organization_id = giver AND grantee_id = target AND revoked_at IS NULL
                AND ends_at > now();`)}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM access_grants g
        WHERE NOT EXISTS (SELECT FROM organizations o WHERE o.id = g.grantee_id);
      ALTER TABLE access_grants ADD CONSTRAINT access_grants_grantee_id_fkey
        FOREIGN KEY (grantee_id) REFERENCES organizations (id);
      ${beginDeletion('DELETE FROM public.access_grants WHERE organization_id = giver AND grantee_id = target;')}`);
  }
}
