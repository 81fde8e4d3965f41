import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which part of a tenant's data each table belongs to; `team` is never opened to anyone else. */
const AREA_OF_TABLES: Readonly<Record<string, readonly string[]>> = {
  profile: ['enterprise_profiles', 'duty_corrections'],
  register: [
    'standards',
    'standard_imports',
    'standard_import_pieces',
    'standard_replacements',
    'standard_verifications',
    'register_acts',
    'register_act_rows',
    'watched_standards',
    'currency_checks',
    'currency_notices',
    'currency_notice_choices',
    'catalogue_feedback',
  ],
  system: [
    'standard_systems',
    'system_places',
    'system_changes',
    'standard_drafts',
    'standard_draft_steps',
    'numbering_rules',
  ],
  assessment: [
    'assessments',
    'answers',
    'answer_history',
    'assessment_efforts',
    'condition_answers',
    'organization_schemes',
    'scheme_entries',
    'scheme_entry_checks',
  ],
  evidence: [
    'evidence',
    'evidence_revisions',
    'evidence_item_links',
    'evidence_standard_links',
    'evidence_action_links',
    'evidence_condition_links',
  ],
  records: ['records', 'record_imports', 'record_evidence'],
  improvements: ['corrective_actions'],
  dossier: ['dossiers', 'dossier_evidence', 'dossier_attachment_lists', 'dossier_attachments'],
  team: ['memberships', 'invitations', 'audit_events', 'audit_seals', 'audit_sealed_events'],
};

const tables = Object.entries(AREA_OF_TABLES).flatMap(([area, names]) =>
  names.map((name) => ({ area, name })),
);

const TENANT = `NULLIF(current_setting('app.organization_id', true), '')::uuid`;

const ROLES = `CHECK (CASE organization_kind
  WHEN 'enterprise' THEN role IN ('owner', 'editor', 'respondent', 'viewer')
  WHEN 'consultancy' THEN role IN ('owner', 'consultant', 'viewer')
  WHEN 'assessment_body' THEN role IN ('director', 'registrar', 'lead_assessor', 'assessor', 'reviewer')
  WHEN 'authority' THEN role = 'officer'
  ELSE false END)`;

const DROP_TELLING_TRIGGERS = ['memberships', 'users', 'sessions']
  .map((name) => `DROP TRIGGER tell_identities_changed ON ${name};`)
  .join('\n');

/**
 * Who works on a tenant's data is a member, or works for an organization to which the tenant opened areas. The first
 * statement of each transaction proves it and says which areas are open; the policies of every table go by that.
 */
export class EnterByMembershipOrGrant1764000820000 implements MigrationInterface {
  name = 'EnterByMembershipOrGrant1764000820000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations DROP CONSTRAINT organizations_kind_check,
        ADD CONSTRAINT organizations_kind_check
          CHECK (kind IN ('enterprise', 'consultancy', 'assessment_body', 'authority')),
        ADD CONSTRAINT organizations_of_kind UNIQUE (id, kind);

      /* What people can be depends on what their organization is. */
      ALTER TABLE memberships DROP CONSTRAINT memberships_role_check,
        ADD COLUMN organization_kind text NOT NULL DEFAULT 'enterprise',
        ADD CONSTRAINT memberships_role_check ${ROLES},
        ADD CONSTRAINT memberships_of_kind FOREIGN KEY (organization_id, organization_kind)
          REFERENCES organizations (id, kind);
      ALTER TABLE invitations DROP CONSTRAINT invitations_role_check,
        ADD COLUMN organization_kind text NOT NULL DEFAULT 'enterprise',
        ADD CONSTRAINT invitations_role_check ${ROLES},
        ADD CONSTRAINT invitations_of_kind FOREIGN KEY (organization_id, organization_kind)
          REFERENCES organizations (id, kind);

      /* Unset in the own organization: everything is open there. */
      CREATE FUNCTION app.may_read(area text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(area = ANY (NULLIF(current_setting('app.readable', true), '')::text[]), true) $$;
      CREATE FUNCTION app.may_write(area text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(area = ANY (NULLIF(current_setting('app.writable', true), '')::text[]), true) $$;

      /* Whose the rows are is one wall, which part of the data they belong to another. */
      CREATE FUNCTION app.area_policies(target regclass, area text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE POLICY area_read ON %s AS RESTRICTIVE FOR SELECT USING (app.may_read(%L))', target, area);
        EXECUTE format('CREATE POLICY area_insert ON %s AS RESTRICTIVE FOR INSERT WITH CHECK (app.may_write(%L))', target, area);
        EXECUTE format('CREATE POLICY area_update ON %s AS RESTRICTIVE FOR UPDATE USING (app.may_write(%L))', target, area);
        EXECUTE format('CREATE POLICY area_delete ON %s AS RESTRICTIVE FOR DELETE USING (app.may_write(%L))', target, area);
      END $$;
      REVOKE ALL ON FUNCTION app.area_policies(regclass, text) FROM PUBLIC;

      /* No table of tenants without an area. */
      DROP FUNCTION app.tenant_table(regclass);
      CREATE FUNCTION app.tenant_table(target regclass, area text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format(
          'CREATE POLICY tenant ON %s USING (organization_id = ${quoted(TENANT)}) '
          'WITH CHECK (organization_id = ${quoted(TENANT)})', target);
        PERFORM app.area_policies(target, area);
        EXECUTE format(
          'GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO liangxing_app, liangxing_jobs', target);
      END $$;
      REVOKE ALL ON FUNCTION app.tenant_table(regclass, text) FROM PUBLIC;

      ${tables
        .map(({ area, name }) => `SELECT app.area_policies('${name}', '${area}');`)
        .join('\n')}
      /* Whoever works on the data is written down; the trail itself is the team's to read. */
      DROP POLICY area_insert ON audit_events;
      ALTER TABLE audit_events ADD COLUMN acting_id uuid, ADD COLUMN grant_id uuid,
        ADD CHECK ((acting_id IS NULL) = (grant_id IS NULL));

      /* Its name is known to all who work on its data. */
      SELECT app.area_policies('organizations', 'team');
      DROP POLICY area_read ON organizations;

      CREATE TABLE access_grants (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        grantee_id uuid NOT NULL REFERENCES organizations (id),
        /* As it was called when the grant was given: its own row is not shown. */
        grantee_name text NOT NULL,
        readable text[] NOT NULL,
        writable text[] NOT NULL,
        starts_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz NOT NULL,
        reason text NOT NULL DEFAULT '',
        given_at timestamptz NOT NULL DEFAULT now(),
        given_by uuid NOT NULL,
        given_by_name text NOT NULL,
        revoked_at timestamptz,
        revoked_by uuid,
        PRIMARY KEY (organization_id, id),
        CHECK (grantee_id <> organization_id),
        CHECK (starts_at < ends_at),
        CHECK (cardinality(readable) > 0 AND writable <@ readable),
        CHECK (readable <@ ARRAY['profile', 'register', 'system', 'assessment', 'evidence', 'records',
          'improvements', 'dossier'])
      );
      /* One at a time between the same two: an extension moves its end. */
      CREATE UNIQUE INDEX access_grants_live ON access_grants (organization_id, grantee_id)
        WHERE revoked_at IS NULL;
      CREATE INDEX access_grants_of_grantee ON access_grants (grantee_id) WHERE revoked_at IS NULL;
      SELECT app.tenant_table('access_grants', 'team');
      REVOKE DELETE ON access_grants FROM liangxing_app, liangxing_jobs;

      /* The functions below find the one row that they ask for; nobody else reads by these. */
      CREATE POLICY entering ON memberships FOR SELECT TO liangxing_migrator USING (true);
      CREATE POLICY entering ON access_grants FOR SELECT TO liangxing_migrator USING (true);

      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        opened_readable text[];
        opened_writable text[];
      BEGIN
        SELECT m.role INTO found_role FROM public.memberships m
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF acting <> data THEN
          SELECT g.readable, g.writable INTO opened_readable, opened_writable FROM public.access_grants g
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
        END IF;
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true);
        RETURN found_role;
      END $$;
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid) TO liangxing_app, liangxing_jobs;

      /* What a person may enter besides the own organizations; without a person's id nothing. */
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

      /* Whose identity has changed: processes forget that one person, not everyone. */
      ${DROP_TELLING_TRIGGERS}
      DROP FUNCTION app.tell_identities_changed();
      CREATE FUNCTION app.tell_identity_changed() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM pg_notify('identities_changed', to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END) ->> TG_ARGV[0]);
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION app.tell_identity_changed() FROM PUBLIC;
      CREATE TRIGGER tell_identity_changed AFTER INSERT OR UPDATE OR DELETE ON memberships
        FOR EACH ROW EXECUTE FUNCTION app.tell_identity_changed('user_id');
      CREATE TRIGGER tell_identity_changed
        AFTER UPDATE OF name, language, password_hash, email_confirmed_at ON users
        FOR EACH ROW EXECUTE FUNCTION app.tell_identity_changed('id');
      CREATE TRIGGER tell_identity_changed AFTER DELETE ON sessions
        FOR EACH ROW EXECUTE FUNCTION app.tell_identity_changed('user_id');

      /* A grant concerns all people of the organization that was given it. */
      CREATE FUNCTION app.tell_grantees_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM pg_notify('identities_changed', m.user_id::text) FROM public.memberships m
          WHERE m.organization_id = NEW.grantee_id;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION app.tell_grantees_changed() FROM PUBLIC;
      CREATE TRIGGER tell_grantees_changed AFTER INSERT OR UPDATE ON access_grants
        FOR EACH ROW EXECUTE FUNCTION app.tell_grantees_changed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.grants_of_person(), app.enter(uuid, uuid, uuid);
      DROP POLICY entering ON memberships;
      DROP TABLE access_grants;
      DROP FUNCTION app.tell_grantees_changed();
      DROP TRIGGER tell_identity_changed ON sessions;
      DROP TRIGGER tell_identity_changed ON users;
      DROP TRIGGER tell_identity_changed ON memberships;
      DROP FUNCTION app.tell_identity_changed();
      CREATE FUNCTION app.tell_identities_changed() RETURNS trigger LANGUAGE plpgsql
        SET search_path = pg_catalog, pg_temp AS
        $$ BEGIN PERFORM pg_notify('identities_changed', ''); RETURN NULL; END $$;
      REVOKE ALL ON FUNCTION app.tell_identities_changed() FROM PUBLIC;
      CREATE TRIGGER tell_identities_changed AFTER INSERT OR UPDATE OR DELETE ON memberships
        FOR EACH STATEMENT EXECUTE FUNCTION app.tell_identities_changed();
      CREATE TRIGGER tell_identities_changed AFTER UPDATE OF name, language, password_hash ON users
        FOR EACH STATEMENT EXECUTE FUNCTION app.tell_identities_changed();
      CREATE TRIGGER tell_identities_changed AFTER DELETE ON sessions
        FOR EACH STATEMENT EXECUTE FUNCTION app.tell_identities_changed();
      ALTER TABLE audit_events DROP COLUMN acting_id, DROP COLUMN grant_id;
      ${[...tables.map(({ name }) => name), 'organizations'].map(dropAreaPolicies).join('\n')}
      DROP FUNCTION app.tenant_table(regclass, text), app.area_policies(regclass, text);
      CREATE FUNCTION app.tenant_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format(
          'CREATE POLICY tenant ON %s '
          'USING (organization_id = NULLIF(current_setting(''app.organization_id'', true), '''')::uuid) '
          'WITH CHECK (organization_id = NULLIF(current_setting(''app.organization_id'', true), '''')::uuid)',
          target);
        EXECUTE format(
          'GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO liangxing_app, liangxing_jobs', target);
      END $$;
      REVOKE ALL ON FUNCTION app.tenant_table(regclass) FROM PUBLIC;
      DROP FUNCTION app.may_read(text), app.may_write(text);
      ALTER TABLE memberships DROP CONSTRAINT memberships_of_kind,
        DROP CONSTRAINT memberships_role_check, DROP COLUMN organization_kind,
        ADD CONSTRAINT memberships_role_check CHECK (role IN ('owner', 'editor', 'viewer'));
      ALTER TABLE invitations DROP CONSTRAINT invitations_of_kind,
        DROP CONSTRAINT invitations_role_check, DROP COLUMN organization_kind,
        ADD CONSTRAINT invitations_role_check CHECK (role IN ('owner', 'editor', 'viewer'));
      ALTER TABLE organizations DROP CONSTRAINT organizations_of_kind,
        DROP CONSTRAINT organizations_kind_check,
        ADD CONSTRAINT organizations_kind_check CHECK (kind IN ('enterprise'));
    `);
  }
}

function dropAreaPolicies(table: string): string {
  return ['read', 'insert', 'update', 'delete']
    .map((verb) => `DROP POLICY IF EXISTS area_${verb} ON ${table};`)
    .join(' ');
}

/** Inside of a string of SQL. */
function quoted(sql: string): string {
  return sql.replaceAll("'", "''");
}
