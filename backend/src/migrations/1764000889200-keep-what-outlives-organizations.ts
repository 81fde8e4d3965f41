import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A public register goes on showing what bodies certified that are gone, and which person worked for which enterprise is
 * known for three years, whatever becomes of the consultancy. The register is a table of its own, beside the tenants, that
 * the certificates themselves write; it is searched by indexes.
 */
export class KeepWhatOutlivesOrganizations1764000889200 implements MigrationInterface {
  name = 'KeepWhatOutlivesOrganizations1764000889200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${REGISTER}
      ${RELATIONS}
      ${relations(`
      OR EXISTS (SELECT FROM public.departed_relations d WHERE d.person_id = person AND d.enterprise_id = enterprise
        AND d.kind = 'engagement' AND d.until >= since)`)}
      ${beginDeletion(LEAVES)}
      DROP FUNCTION app.find_certificates(text, text, text, integer, integer), app.certificate_by_code(text);
      ${READ}
      DROP INDEX certificates_by_code, certificates_by_number, certificates_by_credit_code;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX certificates_by_code ON certificates (code);
      CREATE INDEX certificates_by_number ON certificates (number);
      CREATE INDEX certificates_by_credit_code ON certificates (credit_code);
      DROP FUNCTION app.find_certificates(text, text, text, integer, integer), app.certificate_by_code(text);
      ${READ_BEFORE}
      ${beginDeletion('')}
      ${relations('')}
      DROP FUNCTION app.forget_departed_relations();
      DROP TABLE departed_relations;
      DROP TRIGGER certificates_are_registered ON certificates;
      DROP FUNCTION app.register_certificate();
      DROP TABLE registered_certificates;
      DROP FUNCTION app.pairs_of(text);
    `);
  }
}

/** Names that hold two signs side by side are found by these pairs: most names are searched for by two or three signs. */
const REGISTER = `
  CREATE FUNCTION app.pairs_of(name text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(low, place, 2)), '{}')
    FROM lower(name) low, generate_series(1, char_length(low) - 1) place $$;
  REVOKE ALL ON FUNCTION app.pairs_of(text) FROM PUBLIC;

  CREATE TABLE registered_certificates (
    body_id uuid NOT NULL,
    code text NOT NULL,
    number text NOT NULL,
    enterprise_name text NOT NULL,
    name_pairs text[] NOT NULL,
    credit_code text NOT NULL,
    body_name text NOT NULL,
    grade text NOT NULL,
    scope text NOT NULL,
    standard text NOT NULL,
    issued_on date NOT NULL,
    valid_until date NOT NULL,
    state text NOT NULL,
    state_on date NOT NULL,
    /* Numbers of the certificate that it renews, and of the one that renews it; empty: of none. */
    renews text NOT NULL,
    renewed_by text NOT NULL,
    /* When the body was deleted: what stands here is how it stood then. */
    body_left_on date,
    PRIMARY KEY (body_id, code)
  );
  CREATE INDEX registered_by_code ON registered_certificates (code);
  CREATE INDEX registered_by_number ON registered_certificates (number);
  CREATE INDEX registered_by_credit_code ON registered_certificates (credit_code);
  CREATE INDEX registered_by_name ON registered_certificates USING gin (name_pairs);
  REVOKE ALL ON registered_certificates FROM PUBLIC, liangxing_app, liangxing_jobs;

  INSERT INTO registered_certificates (body_id, code, number, enterprise_name, name_pairs, credit_code, body_name, grade,
      scope, standard, issued_on, valid_until, state, state_on, renews, renewed_by)
    SELECT organization_id, code, number, enterprise_name, app.pairs_of(enterprise_name), credit_code, body_name, grade,
      scope, standard, issued_on, valid_until, state, state_on, renews, renewed_by FROM certificates;

  CREATE FUNCTION app.register_certificate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      INSERT INTO public.registered_certificates (body_id, code, number, enterprise_name, name_pairs, credit_code,
          body_name, grade, scope, standard, issued_on, valid_until, state, state_on, renews, renewed_by)
        VALUES (NEW.organization_id, NEW.code, NEW.number, NEW.enterprise_name, app.pairs_of(NEW.enterprise_name),
          NEW.credit_code, NEW.body_name, NEW.grade, NEW.scope, NEW.standard, NEW.issued_on, NEW.valid_until,
          NEW.state, NEW.state_on, NEW.renews, NEW.renewed_by)
        ON CONFLICT (body_id, code) DO UPDATE SET number = EXCLUDED.number, enterprise_name = EXCLUDED.enterprise_name,
          name_pairs = EXCLUDED.name_pairs, credit_code = EXCLUDED.credit_code, body_name = EXCLUDED.body_name,
          grade = EXCLUDED.grade, scope = EXCLUDED.scope, standard = EXCLUDED.standard,
          issued_on = EXCLUDED.issued_on, valid_until = EXCLUDED.valid_until, state = EXCLUDED.state,
          state_on = EXCLUDED.state_on, renews = EXCLUDED.renews, renewed_by = EXCLUDED.renewed_by;
      RETURN NULL;
    END $$;
  REVOKE ALL ON FUNCTION app.register_certificate() FROM PUBLIC;
  CREATE TRIGGER certificates_are_registered AFTER INSERT OR UPDATE ON certificates
    FOR EACH ROW EXECUTE FUNCTION app.register_certificate();
`;

const RELATIONS = `
  /* Who worked for which enterprise by a consultancy that is gone. */
  CREATE TABLE departed_relations (
    person_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    enterprise_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('engagement')),
    until timestamptz NOT NULL,
    PRIMARY KEY (person_id, enterprise_id, kind)
  );
  REVOKE ALL ON departed_relations FROM PUBLIC, liangxing_app, liangxing_jobs;

  CREATE FUNCTION app.forget_departed_relations() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM public.departed_relations WHERE until < now() - interval '3 years' $$;
  REVOKE ALL ON FUNCTION app.forget_departed_relations() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.forget_departed_relations() TO liangxing_jobs;
`;

const ENDED = `('members.removed', 'members.left')`;

/** @param or by what else somebody worked for an enterprise */
const relations = (or: string): string => `
  CREATE OR REPLACE FUNCTION app.relations_to_enterprise(asked_case uuid, person uuid) RETURNS SETOF text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    body uuid := app.organization_id();
    enterprise uuid;
    since timestamptz := now() - interval '3 years';
  BEGIN
    SELECT c.enterprise_id INTO enterprise FROM public.cases c
      JOIN public.memberships m ON m.organization_id = c.organization_id AND m.user_id = person
      WHERE c.organization_id = body AND c.id = asked_case;
    IF enterprise IS NULL THEN
      RETURN;
    END IF;
    IF EXISTS (SELECT FROM public.memberships m WHERE m.organization_id = enterprise AND m.user_id = person)
      OR EXISTS (SELECT FROM public.audit_events e WHERE e.organization_id = enterprise
        AND e.action IN ${ENDED} AND e.subject_id = person::text AND e.recorded_at >= since) THEN
      RETURN NEXT 'membership';
    END IF;
    IF EXISTS (SELECT FROM public.access_grants g
      WHERE g.organization_id = enterprise AND g.grantee_id <> body
        AND g.starts_at <= now() AND least(g.ends_at, coalesce(g.revoked_at, g.ends_at)) >= since
        AND (EXISTS (SELECT FROM public.memberships m
            WHERE m.organization_id = g.grantee_id AND m.user_id = person)
          OR EXISTS (SELECT FROM public.audit_events e WHERE e.organization_id = g.grantee_id
            AND e.action IN ${ENDED} AND e.subject_id = person::text AND e.recorded_at >= since)))${or} THEN
      RETURN NEXT 'engagement';
    END IF;
  END $$;
`;

/* A person was there until both were over: the membership of the consultancy, and its engagement. */
const LEAVES = `
      UPDATE public.registered_certificates SET body_left_on = app.today()
        WHERE body_id = target AND body_left_on IS NULL;
      DELETE FROM public.departed_relations WHERE enterprise_id = target;
      INSERT INTO public.departed_relations (person_id, enterprise_id, kind, until)
        SELECT p.id, g.organization_id, 'engagement',
          max(least(p.until, g.ends_at, coalesce(g.revoked_at, g.ends_at)))
        FROM public.access_grants g CROSS JOIN (
          SELECT u.id, now() AS until FROM public.memberships m JOIN public.users u ON u.id = m.user_id
            WHERE m.organization_id = target
          UNION ALL
          SELECT u.id, e.recorded_at FROM public.audit_events e JOIN public.users u ON u.id::text = e.subject_id
            WHERE e.organization_id = target AND e.action IN ${ENDED}) p
        WHERE g.grantee_id = target AND g.starts_at <= now()
          AND least(p.until, g.ends_at, coalesce(g.revoked_at, g.ends_at)) >= now() - interval '3 years'
        GROUP BY p.id, g.organization_id
        ON CONFLICT (person_id, enterprise_id, kind) DO UPDATE SET until = greatest(
          public.departed_relations.until, EXCLUDED.until);`;

/** @param keeps what of the organization that goes stays beside the tenants */
const beginDeletion = (keeps: string): string => `
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
      END IF;${keeps}
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
        UPDATE public.access_grants SET revoked_at = now(), is_resigned = true, version = version + 1
          WHERE organization_id = giver AND grantee_id = target AND revoked_at IS NULL AND ends_at > now();
      END LOOP;
      PERFORM set_config('app.organization_id', target::text, true);
      RETURN true;
    END $$;`;

const FACTS = `code text, number text, enterprise_name text, credit_code text, body_name text, grade text,
      scope text, standard text, issued_on date, valid_until date, state text, state_on date`;

const columns = (
  of: string,
): string => `${of}.code, ${of}.number, ${of}.enterprise_name, ${of}.credit_code, ${of}.body_name,
      ${of}.grade, ${of}.scope, ${of}.standard, ${of}.issued_on, ${of}.valid_until, ${of}.state, ${of}.state_on`;

/* What everybody may know besides: which certificate renews which, and whether the body is gone. */
const BESIDES = 'body_left_on date, renews text, renewed_by text, renewed_by_code text';

const besides = `r.body_left_on, r.renews, r.renewed_by, coalesce((
      SELECT n.code FROM public.registered_certificates n
      WHERE r.renewed_by <> '' AND n.number = r.renewed_by AND n.body_id = r.body_id), '')`;

const RIGHTS = `
  REVOKE ALL ON FUNCTION app.find_certificates(text, text, text, integer, integer), app.certificate_by_code(text)
    FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.find_certificates(text, text, text, integer, integer), app.certificate_by_code(text)
    TO liangxing_app;
`;

/* Three questions, each with an index of its own; what several of them find stands there once. */
const READ = `
  CREATE FUNCTION app.find_certificates(in_name text, of_code text, of_number text, most integer, skipped integer)
    RETURNS TABLE (${FACTS}, ${BESIDES})
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT ${columns('r')}, ${besides}
    FROM public.registered_certificates r JOIN (
      SELECT n.body_id, n.code FROM public.registered_certificates n WHERE char_length(in_name) >= 2
        AND n.name_pairs @> app.pairs_of(in_name) AND strpos(lower(n.enterprise_name), lower(in_name)) > 0
      UNION SELECT c.body_id, c.code FROM public.registered_certificates c WHERE of_code <> '' AND c.credit_code = of_code
      UNION SELECT m.body_id, m.code FROM public.registered_certificates m WHERE of_number <> '' AND m.number = of_number
    ) found ON found.body_id = r.body_id AND found.code = r.code
    ORDER BY r.enterprise_name, r.issued_on DESC, r.code LIMIT most OFFSET skipped $$;
  CREATE FUNCTION app.certificate_by_code(of_code text) RETURNS TABLE (${FACTS}, ${BESIDES})
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT ${columns('r')}, ${besides} FROM public.registered_certificates r WHERE r.code = of_code $$;
  ${RIGHTS}`;

const READ_BEFORE = `
  CREATE FUNCTION app.find_certificates(in_name text, of_code text, of_number text, most integer, skipped integer)
    RETURNS TABLE (${FACTS})
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT ${columns('c')} FROM public.certificates c
    WHERE (in_name <> '' AND strpos(lower(c.enterprise_name), lower(in_name)) > 0)
      OR (of_code <> '' AND c.credit_code = of_code) OR (of_number <> '' AND c.number = of_number)
    ORDER BY c.enterprise_name, c.issued_on DESC, c.code LIMIT most OFFSET skipped $$;
  CREATE FUNCTION app.certificate_by_code(of_code text) RETURNS TABLE (${FACTS})
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT ${columns('c')} FROM public.certificates c WHERE c.code = of_code $$;
  ${RIGHTS}`;
