import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No network and no office can fill what waits for an answer to a publicity: of 200 at most 10 come from one network and 20
 * from one office. By which mark they are counted stays no longer than they wait. Visitors read how to reach the body
 * otherwise.
 */
export class ShareObjectionsFairly1764000889100 implements MigrationInterface {
  name = 'ShareObjectionsFairly1764000889100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Keyed hashes of where it came from; NULL: it was answered, or came before they were kept. */
      ALTER TABLE objections ADD COLUMN network text, ADD COLUMN office text,
        ADD CONSTRAINT marks_end_with_answer CHECK (verdict IS NULL OR (network IS NULL AND office IS NULL));
      CREATE POLICY told_with_publicity ON body_profiles FOR SELECT TO liangxing_migrator USING (true);
      DROP FUNCTION app.publicities(uuid, integer, integer), app.send_objection(uuid, uuid, text, text, text);
      ${PUBLICITIES}
      ${SEND}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.publicities(uuid, integer, integer),
        app.send_objection(uuid, uuid, text, text, text, text, text);
      ${PUBLICITIES_BEFORE}
      ${SEND_BEFORE}
      DROP POLICY told_with_publicity ON body_profiles;
      ALTER TABLE objections DROP CONSTRAINT marks_end_with_answer, DROP COLUMN network, DROP COLUMN office;
    `);
  }
}

const OPEN_BODY = `JOIN public.organizations b ON b.id = p.organization_id
        AND b.kind = 'assessment_body' AND b.state = 'open'`;

const publicities = (column: string, value: string, join: string): string => `
  CREATE FUNCTION app.publicities(only_one uuid, most integer, skipped integer) RETURNS TABLE (id uuid,
      enterprise_name text, body_name text, ${column}grade text, scope text, standard text, from_on date, until_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id, p.enterprise_name, p.body_name, ${value}p.grade, p.scope, p.standard, p.from_on, p.until_on
    FROM public.publicities p ${OPEN_BODY}${join}
    WHERE p.state = 'open' AND app.today() BETWEEN p.from_on AND p.until_on
      AND (only_one IS NULL OR p.id = only_one)
    ORDER BY p.until_on, p.enterprise_name, p.id LIMIT most OFFSET skipped $$;
  REVOKE ALL ON FUNCTION app.publicities(uuid, integer, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.publicities(uuid, integer, integer) TO liangxing_app;
`;

const PUBLICITIES = publicities(
  'body_contact text, ',
  `coalesce(f.contact, ''), `,
  '\n        LEFT JOIN public.body_profiles f ON f.organization_id = p.organization_id',
);
const PUBLICITIES_BEFORE = publicities('', '', '');

const sendObjection = ({
  marks,
  types,
  counts,
  refuses,
  columns,
  values,
}: Readonly<Record<'marks' | 'types' | 'counts' | 'refuses' | 'columns' | 'values', string>>) => `
  CREATE FUNCTION app.send_objection(about uuid, new_id uuid, from_name text, from_contact text, said text${marks})
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      body uuid;
      waiting integer;
      ${types}
    BEGIN
      SELECT p.organization_id INTO body FROM public.publicities p ${OPEN_BODY}
        WHERE p.id = about AND p.state = 'open' AND app.today() BETWEEN p.from_on AND p.until_on FOR SHARE OF p;
      IF body IS NULL THEN RETURN 'over'; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('objections to ' || about, 0));
      ${counts} FROM public.objections o
        WHERE o.organization_id = body AND o.publicity_id = about AND o.verdict IS NULL;
      IF EXISTS (SELECT FROM public.objections o WHERE o.organization_id = body AND o.publicity_id = about
        AND o.verdict IS NULL AND o.name = from_name AND o.contact = from_contact AND o.text = said) THEN
        RETURN 'kept';
      END IF;
      ${refuses}
      IF waiting >= 200 THEN RETURN 'full'; END IF;
      INSERT INTO public.objections (organization_id, id, publicity_id, name, contact, text${columns})
        VALUES (body, new_id, about, from_name, from_contact, said${values});
      RETURN 'kept';
    END $$;
  REVOKE ALL ON FUNCTION app.send_objection FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.send_objection TO liangxing_app;
`;

/* What is told as 'share_used' is told before 'full': there it helps to wait. */
const SEND = sendObjection({
  marks: ', of_network text, of_office text',
  types: 'here integer; around integer;',
  counts: `SELECT count(*), count(*) FILTER (WHERE o.network = of_network),
          count(*) FILTER (WHERE o.office = of_office) INTO waiting, here, around`,
  refuses: `IF here >= 10 OR around >= 20 THEN RETURN 'share_used'; END IF;`,
  columns: ', network, office',
  values: ', of_network, of_office',
});
const SEND_BEFORE = sendObjection({
  ...{ marks: '', types: '', refuses: '', columns: '', values: '' },
  counts: 'SELECT count(*) INTO waiting',
});
