import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Visitors see, and object to, what bodies have made public that are open; an objection that is sent while the publicity
 * ends is either kept before the end or refused. Who answers one is known by id: whoever upheld it does not decide again.
 */
export class ObjectToOpenBodies1764000887000 implements MigrationInterface {
  name = 'ObjectToOpenBodies1764000887000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE objections ADD COLUMN answered_by uuid;
      /* A row is locked by those alone who might change it; nothing is ever changed by this. */
      CREATE POLICY locked_for_visitors ON publicities FOR UPDATE TO liangxing_migrator
        USING (state = 'open') WITH CHECK (false);
      ${publicities(OPEN_BODY)}
      ${sendObjection(OPEN_BODY, 'FOR SHARE OF p')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${publicities('')}
      ${sendObjection('', '')}
      DROP POLICY locked_for_visitors ON publicities;
      ALTER TABLE objections DROP COLUMN answered_by;
    `);
  }
}

const OPEN_BODY = `JOIN public.organizations b ON b.id = p.organization_id
        AND b.kind = 'assessment_body' AND b.state = 'open'`;

const publicities = (join: string): string => `
  CREATE OR REPLACE FUNCTION app.publicities(only_one uuid, most integer, skipped integer) RETURNS TABLE (id uuid,
      enterprise_name text, body_name text, grade text, scope text, standard text, from_on date, until_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id, p.enterprise_name, p.body_name, p.grade, p.scope, p.standard, p.from_on, p.until_on
    FROM public.publicities p ${join}
    WHERE p.state = 'open' AND app.today() BETWEEN p.from_on AND p.until_on
      AND (only_one IS NULL OR p.id = only_one)
    ORDER BY p.until_on, p.enterprise_name, p.id LIMIT most OFFSET skipped $$;
`;

const sendObjection = (join: string, lock: string): string => `
  CREATE OR REPLACE FUNCTION app.send_objection(about uuid, new_id uuid, from_name text, from_contact text, said text)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      body uuid;
      waiting integer;
    BEGIN
      SELECT p.organization_id INTO body FROM public.publicities p ${join}
        WHERE p.id = about AND p.state = 'open' AND app.today() BETWEEN p.from_on AND p.until_on ${lock};
      IF body IS NULL THEN RETURN 'over'; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('objections to ' || about, 0));
      SELECT count(*) INTO waiting FROM public.objections o WHERE o.organization_id = body AND o.publicity_id = about
        AND o.verdict IS NULL;
      IF EXISTS (SELECT FROM public.objections o WHERE o.organization_id = body AND o.publicity_id = about
        AND o.verdict IS NULL AND o.name = from_name AND o.contact = from_contact AND o.text = said) THEN
        RETURN 'kept';
      END IF;
      IF waiting >= 200 THEN RETURN 'full'; END IF;
      INSERT INTO public.objections (organization_id, id, publicity_id, name, contact, text)
        VALUES (body, new_id, about, from_name, from_contact, said);
      RETURN 'kept';
    END $$;
`;
