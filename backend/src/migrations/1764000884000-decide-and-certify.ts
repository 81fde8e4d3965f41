import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What follows when a team has handed its result over: review and decision, publicity with objections, the certificate
 * with its editions and changes, surveillances, complaints. Visitors who are not signed in read through narrow functions.
 */
export class DecideAndCertify1764000884000 implements MigrationInterface {
  name = 'DecideAndCertify1764000884000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${DECISIONS} ${CERTIFICATES} ${COMPLAINTS} ${PUBLIC} ${HOUSEKEEPING}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.organizations_with_surveillances_to_notice(), app.certificate_by_code(text),
        app.find_certificates(text, text, text, integer, integer), app.send_objection(uuid, uuid, text, text, text),
        app.publicities(uuid, integer, integer), app.today();
      DROP TABLE complaints, surveillances, certificate_changes, certificate_editions, certificates,
        certificate_settings, objections, publicities, case_decisions;
    `);
  }
}

const DECISIONS = `
  /* Every step by which a case is reviewed, decided, made public, certified, and an appeal answered. */
  CREATE TABLE case_decisions (
    organization_id uuid NOT NULL,
    case_id uuid NOT NULL,
    number integer NOT NULL,
    move text NOT NULL CHECK (move IN ('pass_review', 'return_to_team', 'grant', 'refuse', 'stop_publicity', 'certify',
      'uphold_appeal', 'dismiss_appeal')),
    text text NOT NULL,
    /* Of the result that was read. */
    result_number integer NOT NULL,
    /* Of 'grant'; else empty. */
    grade text NOT NULL DEFAULT '',
    scope text NOT NULL DEFAULT '',
    made_by uuid NOT NULL,
    made_by_name text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, case_id, number),
    FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
  );
  SELECT app.tenant_table('case_decisions', 'team');
  REVOKE UPDATE, DELETE ON case_decisions FROM liangxing_app, liangxing_jobs;

  CREATE TABLE publicities (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    /* Of the decision that is made public. */
    decision integer NOT NULL,
    enterprise_name text NOT NULL,
    body_name text NOT NULL,
    grade text NOT NULL,
    scope text NOT NULL,
    standard text NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL CHECK (until_on >= from_on),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'stopped', 'certified')),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, case_id, decision),
    FOREIGN KEY (organization_id, case_id, decision) REFERENCES case_decisions (organization_id, case_id, number)
  );
  CREATE INDEX publicities_in_time ON publicities (until_on) WHERE state = 'open';
  SELECT app.tenant_table('publicities', 'team');
  REVOKE DELETE ON publicities FROM liangxing_app, liangxing_jobs;
  CREATE POLICY made_public ON publicities FOR SELECT TO liangxing_migrator USING (state = 'open');

  CREATE TABLE objections (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    publicity_id uuid NOT NULL,
    name text NOT NULL,
    contact text NOT NULL,
    text text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    /* NULL: it waits for an answer. */
    verdict text CHECK (verdict IN ('upheld', 'dismissed')),
    answer text NOT NULL DEFAULT '',
    answered_at timestamptz,
    answered_by_name text NOT NULL DEFAULT '',
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, publicity_id) REFERENCES publicities (organization_id, id)
  );
  CREATE INDEX objections_of_publicity ON objections (organization_id, publicity_id, received_at);
  SELECT app.tenant_table('objections', 'team');
  REVOKE INSERT, DELETE ON objections FROM liangxing_app, liangxing_jobs;
  CREATE POLICY sent_by_visitors ON objections FOR INSERT TO liangxing_migrator WITH CHECK (verdict IS NULL);
  CREATE POLICY counted_for_visitors ON objections FOR SELECT TO liangxing_migrator USING (verdict IS NULL);
`;

const CERTIFICATES = `
  CREATE TABLE certificate_settings (
    organization_id uuid PRIMARY KEY REFERENCES organizations (id),
    version integer NOT NULL,
    short_code text NOT NULL,
    number_pattern text NOT NULL,
    years integer NOT NULL CHECK (years BETWEEN 1 AND 5),
    publicity_days integer NOT NULL CHECK (publicity_days BETWEEN 5 AND 30),
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by_name text NOT NULL
  );
  SELECT app.tenant_table('certificate_settings', 'team');

  CREATE TABLE certificates (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    case_id uuid NOT NULL,
    number text NOT NULL,
    code text NOT NULL,
    state text NOT NULL DEFAULT 'valid' CHECK (state IN ('valid', 'suspended', 'withdrawn')),
    /* Since when it stands so. */
    state_on date NOT NULL,
    /* The newest edition: 1, 2, …. */
    edition integer NOT NULL DEFAULT 1,
    enterprise_name text NOT NULL,
    credit_code text NOT NULL,
    body_name text NOT NULL,
    grade text NOT NULL,
    scope text NOT NULL,
    standard text NOT NULL,
    issued_on date NOT NULL,
    valid_until date NOT NULL CHECK (valid_until >= issued_on),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, number),
    UNIQUE (organization_id, code),
    UNIQUE (organization_id, case_id),
    FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
  );
  CREATE INDEX certificates_by_code ON certificates (code);
  CREATE INDEX certificates_by_number ON certificates (number);
  CREATE INDEX certificates_by_credit_code ON certificates (credit_code);
  SELECT app.tenant_table('certificates', 'team');
  REVOKE DELETE ON certificates FROM liangxing_app, liangxing_jobs;
  CREATE POLICY registered ON certificates FOR SELECT TO liangxing_migrator USING (true);

  CREATE TABLE certificate_editions (
    organization_id uuid NOT NULL,
    certificate_id uuid NOT NULL,
    number integer NOT NULL,
    /* Canonical JSON: the PDF follows from it. */
    content text NOT NULL,
    content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, certificate_id, number),
    FOREIGN KEY (organization_id, certificate_id) REFERENCES certificates (organization_id, id)
  );
  SELECT app.tenant_table('certificate_editions', 'team');

  CREATE TABLE certificate_changes (
    organization_id uuid NOT NULL,
    certificate_id uuid NOT NULL,
    number integer NOT NULL,
    change text NOT NULL CHECK (change IN ('issued', 'suspend', 'restore', 'withdraw', 'reduce')),
    reason text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    made_by_name text NOT NULL,
    PRIMARY KEY (organization_id, certificate_id, number),
    FOREIGN KEY (organization_id, certificate_id) REFERENCES certificates (organization_id, id)
  );
  SELECT app.tenant_table('certificate_changes', 'team');
  REVOKE UPDATE, DELETE ON certificate_editions, certificate_changes FROM liangxing_app, liangxing_jobs;

  CREATE TABLE surveillances (
    organization_id uuid NOT NULL,
    certificate_id uuid NOT NULL,
    /* 1, 2, …: of its certificate. */
    number integer NOT NULL,
    due_on date NOT NULL,
    /* When the enterprise was told. */
    noticed_at timestamptz,
    result text CHECK (result IN ('passed', 'conditions', 'failed')),
    note text NOT NULL DEFAULT '',
    done_on date,
    recorded_at timestamptz,
    recorded_by_name text NOT NULL DEFAULT '',
    PRIMARY KEY (organization_id, certificate_id, number),
    FOREIGN KEY (organization_id, certificate_id) REFERENCES certificates (organization_id, id)
  );
  CREATE INDEX surveillances_in_time ON surveillances (organization_id, due_on) WHERE result IS NULL;
  SELECT app.tenant_table('surveillances', 'team');
  REVOKE DELETE ON surveillances FROM liangxing_app, liangxing_jobs;
  CREATE POLICY to_be_noticed ON surveillances FOR SELECT TO liangxing_migrator
    USING (noticed_at IS NULL AND result IS NULL);
`;

const COMPLAINTS = `
  CREATE TABLE complaints (
    organization_id uuid NOT NULL REFERENCES organizations (id),
    id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    received_on date NOT NULL,
    from_name text NOT NULL,
    about text NOT NULL,
    text text NOT NULL,
    recorded_by_name text NOT NULL,
    /* NULL: it waits for an answer. */
    answered_on date,
    answer text NOT NULL DEFAULT '',
    answered_by_name text NOT NULL DEFAULT '',
    PRIMARY KEY (organization_id, id)
  );
  CREATE INDEX complaints_in_time ON complaints (organization_id, received_on DESC, id);
  SELECT app.tenant_table('complaints', 'team');
  REVOKE DELETE ON complaints FROM liangxing_app, liangxing_jobs;
`;

const PUBLIC = `
  CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE
    AS $$ SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date $$;
  REVOKE ALL ON FUNCTION app.today() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.today() TO liangxing_app, liangxing_jobs;

  /* What is made public today, or one of it; whose tenant it is stays inside. */
  CREATE FUNCTION app.publicities(only_one uuid, most integer, skipped integer) RETURNS TABLE (id uuid,
      enterprise_name text, body_name text, grade text, scope text, standard text, from_on date, until_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id, p.enterprise_name, p.body_name, p.grade, p.scope, p.standard, p.from_on, p.until_on
    FROM public.publicities p
    WHERE p.state = 'open' AND app.today() BETWEEN p.from_on AND p.until_on
      AND (only_one IS NULL OR p.id = only_one)
    ORDER BY p.until_on, p.enterprise_name, p.id LIMIT most OFFSET skipped $$;
  REVOKE ALL ON FUNCTION app.publicities(uuid, integer, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.publicities(uuid, integer, integer) TO liangxing_app;

  /*
   * An objection of anybody goes into the tenant of the body that decided, and comes back to nobody but it. The same one
   * sent twice is one.
   */
  CREATE FUNCTION app.send_objection(about uuid, new_id uuid, from_name text, from_contact text, said text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      body uuid;
      waiting integer;
    BEGIN
      SELECT p.organization_id INTO body FROM public.publicities p
        WHERE p.id = about AND p.state = 'open' AND app.today() BETWEEN p.from_on AND p.until_on;
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
  REVOKE ALL ON FUNCTION app.send_objection(uuid, uuid, text, text, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.send_objection(uuid, uuid, text, text, text) TO liangxing_app;

  /* The register, by one of three: a part of the name, the credit code or the number. */
  CREATE FUNCTION app.find_certificates(in_name text, of_code text, of_number text, most integer, skipped integer)
    RETURNS TABLE (code text, number text, enterprise_name text, credit_code text, body_name text, grade text,
      scope text, standard text, issued_on date, valid_until date, state text, state_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.code, c.number, c.enterprise_name, c.credit_code, c.body_name, c.grade, c.scope, c.standard, c.issued_on,
      c.valid_until, c.state, c.state_on
    FROM public.certificates c
    WHERE (in_name <> '' AND strpos(lower(c.enterprise_name), lower(in_name)) > 0)
      OR (of_code <> '' AND c.credit_code = of_code) OR (of_number <> '' AND c.number = of_number)
    ORDER BY c.enterprise_name, c.issued_on DESC, c.code LIMIT most OFFSET skipped $$;
  REVOKE ALL ON FUNCTION app.find_certificates(text, text, text, integer, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.find_certificates(text, text, text, integer, integer) TO liangxing_app;

  CREATE FUNCTION app.certificate_by_code(of_code text) RETURNS TABLE (code text, number text, enterprise_name text,
      credit_code text, body_name text, grade text, scope text, standard text, issued_on date, valid_until date,
      state text, state_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.code, c.number, c.enterprise_name, c.credit_code, c.body_name, c.grade, c.scope, c.standard, c.issued_on,
      c.valid_until, c.state, c.state_on
    FROM public.certificates c WHERE c.code = of_code $$;
  REVOKE ALL ON FUNCTION app.certificate_by_code(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.certificate_by_code(text) TO liangxing_app;
`;

const HOUSEKEEPING = `
  CREATE FUNCTION app.organizations_with_surveillances_to_notice() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT s.organization_id FROM public.surveillances s
    JOIN public.certificates c ON c.organization_id = s.organization_id AND c.id = s.certificate_id
    WHERE s.noticed_at IS NULL AND s.result IS NULL AND s.due_on <= app.today() + 60
      AND c.state <> 'withdrawn' AND c.valid_until >= app.today() $$;
  REVOKE ALL ON FUNCTION app.organizations_with_surveillances_to_notice() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.organizations_with_surveillances_to_notice() TO liangxing_jobs;
`;
